import { LOCAL_ACCOUNT_ID } from "../local-contract.ts";

/** Whose the region's one key is, as STS tells it. */
export const CALLER_IDENTITY = {
  UserId: "AIDALOCALREGIONUSER00",
  Account: LOCAL_ACCOUNT_ID,
  Arn: `arn:aws:iam::${LOCAL_ACCOUNT_ID}:user/local`,
};
