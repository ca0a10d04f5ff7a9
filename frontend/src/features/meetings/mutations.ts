import { body, client, type Schemas } from '@/shared/api/client';

type Key = { 'Idempotency-Key': string };
const of = (meeting_id: string) => ({ path: { meeting_id } });

export const callMeeting = (json: Schemas['NewMeeting'], headers: Key) =>
  body(client.POST('/v1/meetings', { body: json, headers }));
export const startSeries = (json: Schemas['NewSeries'], headers: Key) =>
  body(client.POST('/v1/meeting-series', { body: json, headers }));
export const editSeries = (series_id: string, json: Schemas['EditSeries']) =>
  body(client.PATCH('/v1/meeting-series/{series_id}', { params: { path: { series_id } }, body: json }));
export const editMeeting = (id: string, json: Schemas['EditMeeting']) =>
  body(client.PATCH('/v1/meetings/{meeting_id}', { params: of(id), body: json }));
export const moveMeeting = (id: string, json: Schemas['Move'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/move', { params: of(id), body: json, headers }));
export const cancelMeeting = (id: string, json: Schemas['Cancel'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/cancel', { params: of(id), body: json, headers }));
export const invite = (id: string, json: Schemas['NewParticipant'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/participants', { params: of(id), body: json, headers }));
export const withdraw = (meeting_id: string, participant_id: string) =>
  body(
    client.DELETE('/v1/meetings/{meeting_id}/participants/{participant_id}', {
      params: { path: { meeting_id, participant_id } },
    }),
  );
export const callRoll = (id: string, json: Schemas['RollCall']) =>
  body(client.POST('/v1/meetings/{meeting_id}/attendance', { params: of(id), body: json }));
export const addItems = (id: string, json: Schemas['NewItems'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/agenda', { params: of(id), body: json, headers }));
export const editItem = (meeting_id: string, agenda_item_id: string, json: Schemas['EditItem']) =>
  body(
    client.PATCH('/v1/meetings/{meeting_id}/agenda/{agenda_item_id}', {
      params: { path: { meeting_id, agenda_item_id } },
      body: json,
    }),
  );
export const removeItem = (meeting_id: string, agenda_item_id: string) =>
  body(
    client.DELETE('/v1/meetings/{meeting_id}/agenda/{agenda_item_id}', {
      params: { path: { meeting_id, agenda_item_id } },
    }),
  );
export const saveMinutes = (id: string, json: Schemas['SaveMinutes']) =>
  body(client.PUT('/v1/meetings/{meeting_id}/minutes', { params: of(id), body: json }));
export const approveMinutes = (id: string, version: number) =>
  body(client.POST('/v1/meetings/{meeting_id}/minutes/approve', { params: of(id), body: { version } }));
export const correctMinutes = (id: string, reason: string) =>
  body(client.POST('/v1/meetings/{meeting_id}/minutes/correct', { params: of(id), body: { reason } }));
export const decide = (id: string, json: Schemas['NewDecision'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/decisions', { params: of(id), body: json, headers }));
export const agree = (id: string, json: Schemas['NewAction'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/actions', { params: of(id), body: json, headers }));
export const ask = (id: string, json: Schemas['NewQuestion'], headers: Key) =>
  body(client.POST('/v1/meetings/{meeting_id}/questions', { params: of(id), body: json, headers }));
export const editAction = (action_id: string, json: Schemas['EditAction']) =>
  body(client.PATCH('/v1/meeting-actions/{action_id}', { params: { path: { action_id } }, body: json }));
export const settleAction = (action_id: string, json: Schemas['SettleAction']) =>
  body(
    client.POST('/v1/meeting-actions/{action_id}/status', { params: { path: { action_id } }, body: json }),
  );
export const answerQuestion = (question_id: string, json: Schemas['Answer']) =>
  body(
    client.POST('/v1/open-questions/{question_id}/answer', { params: { path: { question_id } }, body: json }),
  );
