import type { EventField, EventTemplate } from "./event-template";

/** The function answers with the same object, its `response` filled in. */
function userPool(triggerSource: string, request: object, response: object, version = "1") {
  return {
    version,
    triggerSource,
    region: "us-east-1",
    userPoolId: "us-east-1_EXAMPLE01",
    userName: "ada",
    callerContext: { awsSdkVersion: "aws-sdk-js-3.900.0", clientId: "4b8a2c6d0e1f3g5h7i9jexample" },
    request: { userAttributes: { sub: "4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", email: "ada@example.com", email_verified: "true", "cognito:user_status": "CONFIRMED" }, ...request },
    response,
  };
}

const FIELDS: readonly EventField[] = [
  { label: "Trigger source", path: ["triggerSource"] },
  { label: "User name", path: ["userName"] },
  { label: "E-mail", path: ["request", "userAttributes", "email"] },
];

const GROUPS = { groupConfiguration: { groupsToOverride: ["customers"], iamRolesToOverride: [], preferredRole: null }, clientMetadata: {} };

const POOL_TRIGGERS: readonly [id: string, label: string, payload: object][] = [
  ["cognito-pre-sign-up", "Cognito, before sign-up", userPool("PreSignUp_SignUp", { validationData: {}, clientMetadata: {} }, { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false })],
  ["cognito-post-confirmation", "Cognito, after confirmation", userPool("PostConfirmation_ConfirmSignUp", { clientMetadata: {} }, {})],
  ["cognito-pre-authentication", "Cognito, before authentication", userPool("PreAuthentication_Authentication", { validationData: {}, userNotFound: false }, {})],
  ["cognito-post-authentication", "Cognito, after authentication", userPool("PostAuthentication_Authentication", { newDeviceUsed: false, clientMetadata: {} }, {})],
  ["cognito-custom-message", "Cognito, custom message", userPool("CustomMessage_SignUp", { codeParameter: "{####}", usernameParameter: null, clientMetadata: {} }, { smsMessage: null, emailMessage: null, emailSubject: null })],
  ["cognito-token", "Cognito, before token generation", userPool("TokenGeneration_Authentication", GROUPS, { claimsOverrideDetails: null })],
  ["cognito-token-2", "Cognito, before token generation, version 2", userPool("TokenGeneration_Authentication", { ...GROUPS, scopes: ["openid", "email"] }, { claimsAndScopeOverrideDetails: { idTokenGeneration: null, accessTokenGeneration: null, groupOverrideDetails: null } }, "2")],
  ["cognito-define-challenge", "Cognito, define authentication challenge", userPool("DefineAuthChallenge_Authentication", { session: [{ challengeName: "SRP_A", challengeResult: true, challengeMetadata: null }], userNotFound: false }, { challengeName: null, issueTokens: null, failAuthentication: null })],
  ["cognito-create-challenge", "Cognito, create authentication challenge", userPool("CreateAuthChallenge_Authentication", { challengeName: "CUSTOM_CHALLENGE", session: [] }, { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null })],
  ["cognito-verify-challenge", "Cognito, verify challenge answer", userPool("VerifyAuthChallengeResponse_Authentication", { privateChallengeParameters: { answer: "5" }, challengeAnswer: "5" }, { answerCorrect: null })],
  ["cognito-migrate-user", "Cognito, migrate user", userPool("UserMigration_Authentication", { password: "not-a-real-password", validationData: {}, clientMetadata: {} }, { userAttributes: null, finalUserStatus: null, messageAction: null, desiredDeliveryMediums: null, forceAliasCreation: null })],
  ["cognito-federation", "Cognito, inbound federation", userPool("InboundFederation_ExternalProvider", { providerName: "Google", providerType: "Google", attributes: { userInfo: { email: "ada@example.com", name: "Ada" } } }, { userAttributesToMap: null })],
];

export const IDENTITY_TEMPLATES: readonly EventTemplate[] = [
  ...POOL_TRIGGERS.map(([id, label, payload]): EventTemplate => ({ id, group: "Identity", label, name: id, payload, marks: [[["triggerSource"]], [["userPoolId"]]], fields: FIELDS })),
  {
    id: "cognito-sync",
    group: "Identity",
    label: "Cognito Sync",
    name: "cognito-sync",
    payload: { version: 2, eventType: "SyncTrigger", region: "us-east-1", identityPoolId: "us-east-1:4f1c09a2-b7d3-4c8e-9f39-0d7a1c2b3e4f", identityId: "us-east-1:0d7a1c2b-b7d3-4c8e-9f39-4f1c09a23e4f", datasetName: "settings", datasetRecords: { theme: { oldValue: "light", newValue: "dark", op: "replace" } } },
    marks: [[["eventType"], "SyncTrigger"]],
    fields: [
      { label: "Data set", path: ["datasetName"] },
      { label: "Identity id", path: ["identityId"] },
    ],
  },
  {
    id: "client-vpn",
    group: "Identity",
    label: "Client VPN connection handler",
    name: "client-vpn",
    payload: {
      "connection-id": "cvpn-connection-0123456789abcdef0",
      "endpoint-id": "cvpn-endpoint-0123456789abcdef0",
      "common-name": "ada.example.com",
      username: "ada",
      platform: "linux",
      "platform-version": "6.8",
      "public-ip": "203.0.113.24",
      "client-openvpn-version": "2.6.8",
      "schema-version": "v2",
    },
    marks: [[["endpoint-id"]], [["common-name"]]],
    fields: [
      { label: "User name", path: ["username"] },
      { label: "Public address", path: ["public-ip"] },
    ],
  },
];
