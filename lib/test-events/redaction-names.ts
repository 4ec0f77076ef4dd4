import type { RedactionKind } from "./redaction-rules";

/** Members whose value is secret or personal by their name, whatever it looks like. */
const BY_NAME: readonly [RegExp, RedactionKind][] = [
  [/^(?:set-?)?cookies?$/, "cookie"],
  [/pass(?:word|wd|phrase|code)|pwd$|^(?:user|db)?pw$|^pass$|secret(?!arn|id|name|version)|^pin$|pincode|^otp$|cvv|cvc|securitycode|challengeanswer/, "password"],
  [/(?:^|proxy)authorization$|authorizationtoken|(?:access|refresh|id|bearer|auth|csrf|xsrf|session|security|device|reset|output|task|request|client|sync|result|correlation)token$|^token$|jwt|^identitysource$/, "token"],
  [/api-?key|(?:access|private|encryption|signing|secretaccess)key(?:id)?$|credentials?$|^signature$|x-?amz-?signature/, "key"],
  [/^session(?:id)?$|^sid$|sessioncookie/, "cookie"],
  [/e-?mail(?:address)?$/, "e-mail"],
  [/(?<!micro|head|ear|smart)phone(?:number|no)?$|mobile(?:number|phone)?$|^tel$|^fax$|msisdn/, "phone number"],
  [/card(?:number|no)$|^pan$|^card$|creditcard/, "card number"],
  [/iban$/, "IBAN"],
  [/accountnumber$|^ssn$|socialsecurity|taxid|passport(?:number|no)?$|nationalid/, "account number"],
  [/^(?:source|client|remote|user|public|viewer)-?ip(?:address)?$|^ip(?:address)?$|xforwardedfor|xrealip|cfconnectingip|trueclientip/, "IP address"],
  [/(?:first|last|middle|given|family|maiden|full|customer|person|recipient|contact|holder|patient|employee)names?$|surname$/, "name"],
  [/^(?:(?:home|postal|billing|shipping|delivery|mailing|customer|street|invoice)-?)?address(?:es|-?line-?\d?|-?\d)?$|^street(?:name|number|line\d?)?$/, "street address"],
  [/^dob$|birth-?da(?:te|y)$|date-?of-?birth$/, "date of birth"],
];

/** Names that only look like it: counters and references. */
const NOT_SECRET = /^(?:nexttoken|maxtokens|(?:total|prompt|completion|input|output)tokens|partitionkey|sortkey|primarykey|routekey|publickey|keys?|secretid|secretarn)$/;

/** undefined: nothing in the name says that the value is secret. */
export function kindOfName(name: string): RedactionKind | undefined {
  const plain = name.toLowerCase().replaceAll(/[_\s:.]/g, "");
  const joined = plain.replaceAll("-", "");
  if (NOT_SECRET.test(joined)) return undefined;
  return BY_NAME.find(([pattern]) => pattern.test(plain) || pattern.test(joined))?.[1];
}

/** Members that hold ids of AWS's own: long and random, yet nobody's secret. */
const AWS_ID = /^(?:x-amz-id-2|x-amz-request-id|x-amz-cf-id|x-amzn-trace-id|awstraceheader|extendedrequestid|receipthandle|messageid|sequencer|sequencenumber|eventid|etag|md5of\w+|versionid|requestid|connectionid|resourceid|apiid|principalid|senderid|recordid|taskid|invocationid|imagedigest|digest|checksum|codesha256|sha256|commit|physicalresourceid|shardid|_data|\$oid|logstream|signingcerturl|unsubscribeurl|arn|\w+arn)$/;

export function isAwsIdName(name: string): boolean {
  return AWS_ID.test(name.toLowerCase().replaceAll("_", "") || name.toLowerCase()) || AWS_ID.test(name.toLowerCase());
}
