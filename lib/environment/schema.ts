import { z } from "zod";
import { functionNameSchema, regionSchema } from "@/lib/connections/schema";

/** A function, or one version or alias of it. */
export const matrixColumnSchema = z.object({ region: regionSchema, functionName: functionNameSchema, qualifier: z.string().optional() });
export type MatrixColumn = z.infer<typeof matrixColumnSchema>;

const COLUMN = /^([a-z0-9-]+)\/([A-Za-z0-9_-]{1,64})(?::([A-Za-z0-9_$-]{1,128}))?$/;

/** Columns that one page compares. */
export const MATRIX_MAX_COLUMNS = 20;

/** `region/name` or `region/name:qualifier`, with commas between. */
export const matrixColumnsSchema = z
  .string()
  .transform((text, context) =>
    text.split(",").map((part): z.input<typeof matrixColumnSchema> => {
      const [, region, functionName, qualifier] = COLUMN.exec(part) ?? [];
      if (region === undefined || functionName === undefined) context.addIssue(`“${part.slice(0, 80)}” is not written as region/name or region/name:qualifier.`);
      return { region: region ?? "", functionName: functionName ?? "", qualifier };
    }),
  )
  .pipe(z.array(matrixColumnSchema).min(1).max(MATRIX_MAX_COLUMNS, `At most ${MATRIX_MAX_COLUMNS} functions are compared at once.`));

/** One key in one column. `group` numbers the different values of a row, 0 the most common: equal number, equal value. */
const cellSchema = z.object({ group: z.number().optional() });

export const matrixRowSchema = z.object({
  key: z.string(),
  /** `same`: everywhere with one value. `missing`: not everywhere; `different`: everywhere, with several values; `both`: neither. */
  verdict: z.enum(["same", "different", "missing", "both"]),
  /** In the order of the columns; without a group where the key is missing. */
  cells: z.array(cellSchema),
  secretHint: z.string().optional(),
});
export type MatrixRow = z.infer<typeof matrixRowSchema>;

/** GET /api/[connection]/environment/matrix?columns=… : never a value, nor anything that one could be found by. */
export const environmentMatrixSchema = z.object({
  columns: z.array(matrixColumnSchema.extend({ totalBytes: z.number().optional(), problem: z.string().optional(), hint: z.string().optional(), iamAction: z.string().optional() })),
  /** Of the columns that could be read. */
  rows: z.array(matrixRowSchema),
});
export type EnvironmentMatrix = z.infer<typeof environmentMatrixSchema>;
