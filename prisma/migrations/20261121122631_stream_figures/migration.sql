-- AlterTable
ALTER TABLE "Run" ADD COLUMN "firstByteMs" REAL;
ALTER TABLE "Run" ADD COLUMN "responseBytes" INTEGER;
