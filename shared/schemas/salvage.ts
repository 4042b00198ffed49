import { z } from 'zod';

// What could be read of a damaged desk. Texts stand as they were stored, and may be empty where a part could not be read.

export const salvagedPatientRowSchema = z.object({
  patientId: z.string(),
  /** Empty when neither the patient nor a sheet could be read. */
  name: z.string(),
  birthDate: z.string(),
  ownNumber: z.string(),
  visits: z.int(),
  sheets: z.int(),
});
export type SalvagedPatientRow = z.infer<typeof salvagedPatientRowSchema>;

const visitSchema = z.object({
  on: z.string(),
  contact: z.string(),
  status: z.string(),
  signedBy: z.string(),
  headline: z.string(),
  /** Everything that was answered, by its place in the record. */
  answers: z.array(z.object({ field: z.string(), value: z.string() })),
  addenda: z.array(z.object({ text: z.string(), reason: z.string(), createdAt: z.string(), createdBy: z.string() })),
});

export const salvagedPatientSchema = salvagedPatientRowSchema.omit({ visits: true, sheets: true }).extend({
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  note: z.string(),
  /** Newest first. */
  visits: z.array(visitSchema),
  sheets: z.array(z.object({ on: z.string(), sheet: z.string(), isReadable: z.boolean() })),
});
export type SalvagedPatient = z.infer<typeof salvagedPatientSchema>;
