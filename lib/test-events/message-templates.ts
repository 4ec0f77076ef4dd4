import { ACCOUNT, type EventTemplate, FIRST_RECORD, REGION, TIME, TIME_SECONDS } from "./event-template";

const PASS = { status: "PASS" };
const SKILL = { applicationId: "amzn1.ask.skill.4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f" };
const USER = { userId: "amzn1.ask.account.EXAMPLE" };

function alexa(request: object) {
  return {
    version: "1.0",
    session: { new: true, sessionId: "amzn1.echo-api.session.4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", application: SKILL, attributes: {}, user: USER },
    context: { System: { application: SKILL, user: USER, device: { supportedInterfaces: { AudioPlayer: {} } } }, AudioPlayer: { playerActivity: "IDLE" } },
    request: { requestId: "amzn1.echo-api.request.0d7a1c2b-b7d3-4c8e-9f39-4f1c09a23e4f", timestamp: TIME_SECONDS, locale: "en-GB", ...request },
  };
}

const ALEXA = {
  group: "Messages and voice",
  marks: [[["session", "application"]], [["request", "type"]]],
  fields: [
    { label: "Request type", path: ["request", "type"] },
    { label: "Intent", path: ["request", "intent", "name"] },
    { label: "Locale", path: ["request", "locale"] },
  ],
} as const;

const INTENT = { name: "OrderMug", state: "ReadyForFulfillment", confirmationState: "None", slots: { Colour: { shape: "Scalar", value: { originalValue: "blue", interpretedValue: "blue", resolvedValues: ["blue"] } } } };

export const MESSAGE_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "ses",
    group: "Messages and voice",
    label: "SES, mail received",
    name: "mail-received",
    payload: {
      Records: [
        {
          eventSource: "aws:ses",
          eventVersion: "1.0",
          ses: {
            mail: {
              timestamp: TIME,
              source: "ada@example.com",
              messageId: "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1",
              destination: ["orders@example.com"],
              headersTruncated: false,
              headers: [
                { name: "Return-Path", value: "<ada@example.com>" },
                { name: "Subject", value: "My order" },
              ],
              commonHeaders: { returnPath: "ada@example.com", from: ["Ada <ada@example.com>"], date: "Fri, 13 Nov 2026 15:08:50 +0000", to: ["orders@example.com"], messageId: "<0123456789example.com>", subject: "My order" },
            },
            receipt: {
              timestamp: TIME,
              processingTimeMillis: 574,
              recipients: ["orders@example.com"],
              spamVerdict: PASS,
              virusVerdict: PASS,
              spfVerdict: PASS,
              dkimVerdict: PASS,
              dmarcVerdict: PASS,
              action: { type: "Lambda", invocationType: "Event", functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:read-mail` },
            },
          },
        },
      ],
    },
    marks: [[[...FIRST_RECORD, "eventSource"], "aws:ses"]],
    fields: [
      { label: "From", path: [...FIRST_RECORD, "ses", "mail", "source"] },
      { label: "To", path: [...FIRST_RECORD, "ses", "receipt", "recipients", 0] },
      { label: "Subject", path: [...FIRST_RECORD, "ses", "mail", "commonHeaders", "subject"] },
    ],
  },
  {
    id: "workmail",
    group: "Messages and voice",
    label: "WorkMail, message flow",
    name: "workmail",
    payload: {
      summaryVersion: "2018-10-10",
      envelope: { mailFrom: { address: "ada@example.com" }, recipients: [{ address: "orders@example.com" }] },
      sender: { address: "ada@example.com" },
      subject: "My order",
      messageId: "00000000-0000-0000-0000-000000000000",
      invocationId: "0000000000000000000000000000000000000000",
      flowDirection: "INBOUND",
      truncated: false,
    },
    marks: [[["summaryVersion"]], [["envelope"]]],
    fields: [
      { label: "From", path: ["envelope", "mailFrom", "address"] },
      { label: "Subject", path: ["subject"] },
      { label: "Direction", path: ["flowDirection"] },
    ],
  },
  {
    id: "lex-v2",
    group: "Messages and voice",
    label: "Lex V2",
    name: "lex-v2",
    payload: {
      messageVersion: "1.0",
      invocationSource: "FulfillmentCodeHook",
      inputMode: "Text",
      responseContentType: "text/plain; charset=utf-8",
      sessionId: "ada-1",
      inputTranscript: "I want a blue mug",
      bot: { id: "MUGBOT0001", name: "MugBot", aliasId: "TSTALIASID", aliasName: "TestBotAlias", localeId: "en_GB", version: "DRAFT" },
      interpretations: [{ intent: INTENT, nluConfidence: 0.98 }],
      proposedNextState: null,
      sessionState: { sessionAttributes: {}, activeContexts: [], intent: INTENT, originatingRequestId: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f" },
      transcriptions: [{ transcription: "I want a blue mug", transcriptionConfidence: 1, resolvedContext: { intent: "OrderMug" }, resolvedSlots: {} }],
    },
    marks: [[["sessionState"]], [["bot", "aliasId"]]],
    fields: [
      { label: "Said", path: ["inputTranscript"] },
      { label: "Intent", path: ["sessionState", "intent", "name"], also: [{ path: ["interpretations", 0, "intent", "name"], from: (value) => value }] },
      { label: "Hook", path: ["invocationSource"] },
    ],
  },
  {
    id: "lex-v1",
    group: "Messages and voice",
    label: "Lex V1",
    name: "lex-v1",
    payload: {
      messageVersion: "1.0",
      invocationSource: "DialogCodeHook",
      userId: "ada",
      sessionAttributes: {},
      requestAttributes: null,
      bot: { name: "MugBot", alias: "$LATEST", version: "$LATEST" },
      outputDialogMode: "Text",
      currentIntent: { name: "OrderMug", slots: { Colour: "blue" }, slotDetails: { Colour: { resolutions: [{ value: "blue" }], originalValue: "blue" } }, confirmationStatus: "None" },
      inputTranscript: "I want a blue mug",
    },
    marks: [[["currentIntent"]], [["bot", "alias"]]],
    fields: [
      { label: "Said", path: ["inputTranscript"] },
      { label: "Intent", path: ["currentIntent", "name"] },
    ],
  },
  { ...ALEXA, id: "alexa-launch", label: "Alexa skill, launch", name: "alexa-launch", payload: alexa({ type: "LaunchRequest" }) },
  { ...ALEXA, id: "alexa-intent", label: "Alexa skill, intent", name: "alexa-intent", payload: alexa({ type: "IntentRequest", intent: { name: "OrderMug", confirmationStatus: "NONE", slots: { Colour: { name: "Colour", value: "blue", confirmationStatus: "NONE" } } } }) },
  { ...ALEXA, id: "alexa-end", label: "Alexa skill, session ended", name: "alexa-end", payload: alexa({ type: "SessionEndedRequest", reason: "USER_INITIATED" }) },
  {
    id: "alexa-smart-home",
    group: "Messages and voice",
    label: "Alexa smart home",
    name: "alexa-smart-home",
    payload: {
      directive: {
        header: { namespace: "Alexa.PowerController", name: "TurnOn", payloadVersion: "3", messageId: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", correlationToken: "correlation-token-of-the-example" },
        endpoint: { scope: { type: "BearerToken", token: "access-token-of-the-example" }, endpointId: "kettle-1", cookie: {} },
        payload: {},
      },
    },
    marks: [[["directive", "header"]]],
    fields: [
      { label: "Directive", path: ["directive", "header", "name"] },
      { label: "Endpoint", path: ["directive", "endpoint", "endpointId"] },
    ],
  },
  {
    id: "alexa-smart-home-2",
    group: "Messages and voice",
    label: "Alexa smart home, version 2",
    name: "alexa-smart-home-2",
    payload: {
      header: { messageId: "01ebf625-0b89-4c4d-b3aa-32340e894688", name: "SwitchOnOffRequest", namespace: "Alexa.ConnectedHome.Control", payloadVersion: "2" },
      payload: { accessToken: "access-token-of-the-example", appliance: { additionalApplianceDetails: {}, applianceId: "kettle-1" } },
    },
    marks: [[["header", "namespace"]]],
    fields: [{ label: "Name", path: ["header", "name"] }],
  },
  {
    id: "connect",
    group: "Messages and voice",
    label: "Connect contact flow",
    name: "connect",
    payload: {
      Name: "ContactFlowEvent",
      Details: {
        ContactData: {
          Attributes: { language: "en" },
          Channel: "VOICE",
          ContactId: "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
          CustomerEndpoint: { Address: "+15555550100", Type: "TELEPHONE_NUMBER" },
          InitialContactId: "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
          InitiationMethod: "INBOUND",
          InstanceARN: `arn:aws:connect:${REGION}:${ACCOUNT}:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa`,
          PreviousContactId: "5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
          Queue: null,
          SystemEndpoint: { Address: "+15555550199", Type: "TELEPHONE_NUMBER" },
        },
        Parameters: { orderId: "o-1001" },
      },
    },
    marks: [[["Name"], "ContactFlowEvent"]],
    fields: [
      { label: "Customer's number", path: ["Details", "ContactData", "CustomerEndpoint", "Address"] },
      { label: "Channel", path: ["Details", "ContactData", "Channel"] },
    ],
  },
];
