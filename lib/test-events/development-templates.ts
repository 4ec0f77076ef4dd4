import { ACCOUNT, type EventTemplate, FIRST_RECORD, REGION } from "./event-template";

export const DEVELOPMENT_TEMPLATES: readonly EventTemplate[] = [
  {
    id: "codecommit",
    group: "Development",
    label: "CodeCommit push",
    name: "codecommit-push",
    payload: {
      Records: [
        {
          eventId: "5a824061-17ca-46a9-bbf9-114edeadbeef",
          eventVersion: "1.0",
          eventTime: "2026-11-13T15:08:50.123+0000",
          eventTriggerName: "on-push",
          eventPartNumber: 1,
          codecommit: { references: [{ commit: "5c4ef1049f1d27deadbeeff313e0730018be182b", ref: "refs/heads/main" }] },
          eventName: "ReferenceChanges",
          eventTriggerConfigId: "5a824061-17ca-46a9-bbf9-114edeadbeef",
          eventSourceARN: `arn:aws:codecommit:${REGION}:${ACCOUNT}:shop`,
          userIdentityARN: `arn:aws:iam::${ACCOUNT}:user/ada`,
          eventSource: "aws:codecommit",
          awsRegion: REGION,
          eventTotalParts: 1,
          customData: "shop",
        },
      ],
    },
    marks: [[[...FIRST_RECORD, "eventSource"], "aws:codecommit"]],
    fields: [
      { label: "Reference", path: [...FIRST_RECORD, "codecommit", "references", 0, "ref"] },
      { label: "Commit", path: [...FIRST_RECORD, "codecommit", "references", 0, "commit"] },
      { label: "Repository ARN", path: [...FIRST_RECORD, "eventSourceARN"] },
    ],
  },
  {
    id: "codepipeline-job",
    group: "Development",
    label: "CodePipeline job",
    name: "codepipeline-job",
    payload: {
      "CodePipeline.job": {
        id: "c0d76431-b0e7-xmpl-97e3-e8ee786eb6f6",
        accountId: ACCOUNT,
        data: {
          actionConfiguration: { configuration: { FunctionName: "deploy-check", UserParameters: '{"stage":"prod"}' } },
          inputArtifacts: [{ name: "build", revision: null, location: { type: "S3", s3Location: { bucketName: "shop-artifacts", objectKey: "shop/build/3dZ1kq" } } }],
          outputArtifacts: [],
          artifactCredentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", sessionToken: "session-token-of-the-example" },
        },
      },
    },
    marks: [[["CodePipeline.job"]]],
    fields: [
      { label: "User parameters", path: ["CodePipeline.job", "data", "actionConfiguration", "configuration", "UserParameters"] },
      { label: "Job id", path: ["CodePipeline.job", "id"] },
      { label: "Artifact key", path: ["CodePipeline.job", "data", "inputArtifacts", 0, "location", "s3Location", "objectKey"] },
    ],
  },
];
