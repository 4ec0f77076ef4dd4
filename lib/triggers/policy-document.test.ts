import { expect, test } from "vitest";
import { parsePolicy } from "./policy-document";

const ARN = "arn:aws:lambda:us-east-1:000000000000:function:checkout";
const none = { sourceArn: undefined, sourceAccount: undefined, organizationId: undefined, urlAuthType: undefined, viaUrl: false, otherConditions: [] };
const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Id: "default", Statement: statements });

test.each<[string, string, object[]]>([
  [
    "a bucket",
    document({ Sid: "s3", Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "lambda:InvokeFunction", Resource: ARN, Condition: { StringEquals: { "AWS:SourceAccount": "000000000000" }, ArnLike: { "AWS:SourceArn": "arn:aws:s3:::photos" } } }),
    [{ ...none, statementId: "s3", effect: "Allow", principal: "s3.amazonaws.com", actions: ["lambda:InvokeFunction"], sourceArn: "arn:aws:s3:::photos", sourceAccount: "000000000000" }],
  ],
  [
    "a public URL",
    document(
      { Sid: "url", Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunctionUrl", Resource: ARN, Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } } },
      { Sid: "via", Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunction", Resource: ARN, Condition: { Bool: { "lambda:InvokedViaFunctionUrl": "true" } } },
    ),
    [
      { ...none, statementId: "url", effect: "Allow", principal: "*", actions: ["lambda:InvokeFunctionUrl"], urlAuthType: "NONE" },
      { ...none, statementId: "via", effect: "Allow", principal: "*", actions: ["lambda:InvokeFunction"], viaUrl: true },
    ],
  ],
  [
    "an account, several actions, another condition",
    document({ Effect: "Deny", Principal: { AWS: ["arn:aws:iam::111122223333:root"] }, Action: ["lambda:InvokeFunction", "lambda:GetFunction"], Resource: ARN, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" }, Bool: { "aws:SecureTransport": true } } }),
    [{ ...none, statementId: "statement 1", effect: "Deny", principal: "arn:aws:iam::111122223333:root", actions: ["lambda:InvokeFunction", "lambda:GetFunction"], organizationId: "o-1", otherConditions: ["aws:securetransport"] }],
  ],
  ["one statement without a list", JSON.stringify({ Statement: { Sid: "one", Effect: "Allow", Principal: "*", Action: "*" } }), [{ ...none, statementId: "one", effect: "Allow", principal: "*", actions: ["*"] }]],
  ["nothing", "{}", []],
  ["no JSON", "{", []],
])("reads %s", (_what, text, expected) => expect(parsePolicy(text)).toEqual(expected));
