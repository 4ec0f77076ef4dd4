-- AlterTable
ALTER TABLE "Change" ADD COLUMN "batchId" TEXT;
ALTER TABLE "Change" ADD COLUMN "calls" TEXT;
ALTER TABLE "Change" ADD COLUMN "changedBy" TEXT;
ALTER TABLE "Change" ADD COLUMN "page" TEXT;

-- CreateTable
CREATE TABLE "TestEventVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "testEventId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "TestEventVersion_testEventId_fkey" FOREIGN KEY ("testEventId") REFERENCES "TestEvent" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Suite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "items" TEXT NOT NULL DEFAULT '[]',
    "concurrency" INTEGER NOT NULL DEFAULT 4,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SuiteRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "suiteId" TEXT NOT NULL,
    "connection" TEXT NOT NULL,
    "qualifier" TEXT,
    "status" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "SuiteRun_suiteId_fkey" FOREIGN KEY ("suiteId") REFERENCES "Suite" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SuiteRunCase" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "suiteRunId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "testEventId" TEXT NOT NULL,
    "testEventName" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "runId" TEXT,
    "message" TEXT,
    CONSTRAINT "SuiteRunCase_suiteRunId_fkey" FOREIGN KEY ("suiteRunId") REFERENCES "SuiteRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BulkEdit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "edit" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "BulkEditItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bulkEditId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "changeId" TEXT,
    "error" TEXT,
    CONSTRAINT "BulkEditItem_bulkEditId_fkey" FOREIGN KEY ("bulkEditId") REFERENCES "BulkEdit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EmergencyStop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "previousReserved" INTEGER,
    "restoreAt" DATETIME,
    "status" TEXT NOT NULL,
    "error" TEXT,
    "startedBy" TEXT NOT NULL,
    "stoppedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restoredAt" DATETIME
);

-- CreateTable
CREATE TABLE "DeletedFunction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "sealedState" TEXT NOT NULL,
    "codeFile" TEXT,
    "deletedBy" TEXT NOT NULL,
    "deletedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restoredAt" DATETIME
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_TestEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT,
    "functionName" TEXT,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tags" TEXT NOT NULL DEFAULT '[]',
    "payload" TEXT NOT NULL,
    "invocationType" TEXT NOT NULL DEFAULT 'RequestResponse',
    "clientContext" TEXT,
    "assertions" TEXT NOT NULL DEFAULT '[]',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_TestEvent" ("connection", "createdAt", "functionName", "id", "name", "payload", "region", "updatedAt") SELECT "connection", "createdAt", "functionName", "id", "name", "payload", "region", "updatedAt" FROM "TestEvent";
DROP TABLE "TestEvent";
ALTER TABLE "new_TestEvent" RENAME TO "TestEvent";
CREATE INDEX "TestEvent_connection_region_functionName_idx" ON "TestEvent"("connection", "region", "functionName");
CREATE INDEX "TestEvent_connection_name_idx" ON "TestEvent"("connection", "name");
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "qualifier" TEXT NOT NULL,
    "invocationType" TEXT NOT NULL,
    "testEventId" TEXT,
    "testEventName" TEXT,
    "payload" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "response" TEXT,
    "errorType" TEXT,
    "errorMessage" TEXT,
    "problem" TEXT,
    "problemHint" TEXT,
    "throttleReason" TEXT,
    "statusCode" INTEGER,
    "requestId" TEXT,
    "executedVersion" TEXT,
    "logTail" TEXT,
    "durationMs" REAL,
    "billedDurationMs" REAL,
    "initDurationMs" REAL,
    "memoryMb" INTEGER,
    "maxMemoryUsedMb" INTEGER,
    "costUsd" REAL,
    "costReceipt" TEXT,
    "roundTripMs" REAL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "startedBy" TEXT,
    "clientContext" TEXT,
    "streamed" BOOLEAN NOT NULL DEFAULT false,
    "verdict" TEXT,
    "assertionResults" TEXT,
    "followUp" TEXT,
    "batchId" TEXT,
    CONSTRAINT "Run_testEventId_fkey" FOREIGN KEY ("testEventId") REFERENCES "TestEvent" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Run" ("billedDurationMs", "connection", "costReceipt", "costUsd", "durationMs", "errorMessage", "errorType", "executedVersion", "functionName", "id", "initDurationMs", "invocationType", "logTail", "maxMemoryUsedMb", "memoryMb", "outcome", "payload", "problem", "problemHint", "qualifier", "region", "requestId", "response", "roundTripMs", "startedAt", "statusCode", "testEventId", "testEventName", "throttleReason") SELECT "billedDurationMs", "connection", "costReceipt", "costUsd", "durationMs", "errorMessage", "errorType", "executedVersion", "functionName", "id", "initDurationMs", "invocationType", "logTail", "maxMemoryUsedMb", "memoryMb", "outcome", "payload", "problem", "problemHint", "qualifier", "region", "requestId", "response", "roundTripMs", "startedAt", "statusCode", "testEventId", "testEventName", "throttleReason" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_connection_region_functionName_startedAt_idx" ON "Run"("connection", "region", "functionName", "startedAt");
CREATE INDEX "Run_connection_startedAt_idx" ON "Run"("connection", "startedAt");
CREATE INDEX "Run_testEventId_startedAt_idx" ON "Run"("testEventId", "startedAt");
CREATE INDEX "Run_batchId_idx" ON "Run"("batchId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "TestEventVersion_testEventId_savedAt_idx" ON "TestEventVersion"("testEventId", "savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Suite_connection_name_key" ON "Suite"("connection", "name");

-- CreateIndex
CREATE INDEX "SuiteRun_suiteId_startedAt_idx" ON "SuiteRun"("suiteId", "startedAt");

-- CreateIndex
CREATE INDEX "SuiteRunCase_suiteRunId_position_idx" ON "SuiteRunCase"("suiteRunId", "position");

-- CreateIndex
CREATE INDEX "SuiteRunCase_testEventId_functionName_idx" ON "SuiteRunCase"("testEventId", "functionName");

-- CreateIndex
CREATE INDEX "BulkEdit_connection_startedAt_idx" ON "BulkEdit"("connection", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "BulkEditItem_bulkEditId_region_functionName_key" ON "BulkEditItem"("bulkEditId", "region", "functionName");

-- CreateIndex
CREATE INDEX "EmergencyStop_connection_region_functionName_idx" ON "EmergencyStop"("connection", "region", "functionName");

-- CreateIndex
CREATE INDEX "EmergencyStop_status_restoreAt_idx" ON "EmergencyStop"("status", "restoreAt");

-- CreateIndex
CREATE INDEX "DeletedFunction_connection_deletedAt_idx" ON "DeletedFunction"("connection", "deletedAt");

-- CreateIndex
CREATE INDEX "Change_connection_at_idx" ON "Change"("connection", "at");

-- CreateIndex
CREATE INDEX "Change_batchId_idx" ON "Change"("batchId");
