import { body, client, type Schemas } from '@/shared/api/client';

type Key = { 'Idempotency-Key': string };
const of = (incident_id: string) => ({ path: { incident_id } });

export const report = (json: Schemas['NewIncident'], headers: Key) =>
  body(client.POST('/v1/incidents', { body: json, headers }));
export const edit = (id: string, json: Schemas['EditIncident']) =>
  body(client.PATCH('/v1/incidents/{incident_id}', { params: of(id), body: json }));
export const assign = (id: string, json: Schemas['Assign']) =>
  body(client.POST('/v1/incidents/{incident_id}/assign', { params: of(id), body: json }));
export const changeStatus = (id: string, json: Schemas['ChangeStatus']) =>
  body(client.POST('/v1/incidents/{incident_id}/status', { params: of(id), body: json }));
export const changeSeverity = (id: string, json: Schemas['ChangeSeverity']) =>
  body(client.POST('/v1/incidents/{incident_id}/severity', { params: of(id), body: json }));
export const share = (id: string, json: Schemas['Share']) =>
  body(client.POST('/v1/incidents/{incident_id}/share', { params: of(id), body: json }));
export const unshare = (id: string, json: Schemas['Unshare']) =>
  body(client.POST('/v1/incidents/{incident_id}/unshare', { params: of(id), body: json }));
export const addEntry = (id: string, json: Schemas['NewEntry'], headers: Key) =>
  body(client.POST('/v1/incidents/{incident_id}/entries', { params: of(id), body: json, headers }));
export const addMeasure = (id: string, json: Schemas['NewMeasure'], headers: Key) =>
  body(client.POST('/v1/incidents/{incident_id}/measures', { params: of(id), body: json, headers }));
export const editMeasure = (incident_id: string, measure_id: string, json: Schemas['EditMeasure']) =>
  body(
    client.PATCH('/v1/incidents/{incident_id}/measures/{measure_id}', {
      params: { path: { incident_id, measure_id } },
      body: json,
    }),
  );
export const addParty = (id: string, json: Schemas['NewParty'], headers: Key) =>
  body(client.POST('/v1/incidents/{incident_id}/parties', { params: of(id), body: json, headers }));
export const showPicture = (picture_id: string, json: Schemas['ShowPicture']) =>
  body(client.PATCH('/v1/pictures/{picture_id}', { params: { path: { picture_id } }, body: json }));
