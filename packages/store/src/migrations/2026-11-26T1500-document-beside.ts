import { sql } from 'kysely'
import type { Change } from './change.ts'

/** The same text in another format goes out under the number of the first. */
export const documentBeside: Change = sql`
alter table issued_document add beside text,
  add constraint issued_document_beside foreign key (jurisdiction_id, beside) references issued_document,
  add constraint issued_document_beside_number check (beside is null or number is null);
comment on column issued_document.beside is 'the document that this is a copy of in another format; null: it stands by itself';
`
