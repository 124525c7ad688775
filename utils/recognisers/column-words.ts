/** A column of a table that tells a field of its rows' items. */
export type Column =
  | 'title'
  | 'status'
  | 'assignees'
  | 'requester'
  | 'dueDay'
  | 'labels'
  | 'priority'
  | 'project';

/** How tools head such columns, in English, German, French and Spanish; in lower case. */
const WORDS: Record<Column, string> = {
  title:
    'subject|title|summary|short description|name|issue|ticket|task|betreff|titel|kurzbeschreibung|zusammenfassung|thema|vorgang|aufgabe|sujet|objet|titre|résumé|tâche|brève description|asunto|título|resumen|descripción breve|tarea',
  status: 'status|state|zustand|statut|état|estado',
  assignees:
    'assignee|assignees|assigned|assigned to|owner|agent|responsible|zugewiesen|zugewiesen an|zugewiesene person|bearbeiter|verantwortlich|zuständig|besitzer|assigné|assigné à|attribué à|responsable|asignado|asignado a|persona asignada',
  requester:
    'requester|requested by|reporter|reported by|from|sender|author|created by|caller|customer|anforderer|melder|von|absender|autor|erstellt von|gemeldet von|kunde|demandeur|rapporteur|de|expéditeur|auteur|créé par|solicitante|informador|remitente|creado por',
  dueDay:
    'due|due date|due on|due by|deadline|target date|fällig|fällig am|fälligkeit|fälligkeitsdatum|fälligkeitstermin|abgabedatum|frist|termin|échéance|date d’échéance|date limite|vencimiento|fecha de vencimiento|fecha límite',
  labels:
    'label|labels|tag|tags|stichwort|stichwörter|schlagwort|schlagwörter|schlagworte|etikett|etiketten|étiquette|étiquettes|mots-clés|etiqueta|etiquetas',
  priority: 'priority|prio|priorität|priorité|prioridad',
  project: 'project|projekt|projet|proyecto',
};

const COLUMNS = new Map<string, Column>(
  // The keys are those of the table above.
  (Object.entries(WORDS) as [Column, string][]).flatMap(([column, words]) =>
    words.split('|').map((word): [string, Column] => [word, column]),
  ),
);

/** The field that a column with this head tells; undefined for any other. */
export const columnOf = (head: string): Column | undefined =>
  COLUMNS.get(
    head
      .toLowerCase()
      .replaceAll("'", '’')
      .replace(/[^\p{L}’\s-]+/gu, '')
      .trim(),
  );
