-- CreateTable
CREATE TABLE "TestEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT,
    "functionName" TEXT,
    "name" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Run" (
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
    CONSTRAINT "Run_testEventId_fkey" FOREIGN KEY ("testEventId") REFERENCES "TestEvent" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connection" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "functionName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "sealedValues" TEXT,
    "revisionIdBefore" TEXT,
    "revisionIdAfter" TEXT,
    "error" TEXT,
    "undoesId" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateIndex
CREATE INDEX "TestEvent_connection_region_functionName_idx" ON "TestEvent"("connection", "region", "functionName");

-- CreateIndex
CREATE INDEX "Run_connection_region_functionName_startedAt_idx" ON "Run"("connection", "region", "functionName", "startedAt");

-- CreateIndex
CREATE INDEX "Run_testEventId_startedAt_idx" ON "Run"("testEventId", "startedAt");

-- CreateIndex
CREATE INDEX "Change_connection_region_functionName_at_idx" ON "Change"("connection", "region", "functionName", "at");

-- CreateIndex
CREATE INDEX "Change_undoesId_idx" ON "Change"("undoesId");
