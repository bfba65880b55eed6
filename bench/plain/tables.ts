/**
 * The same facts in tables as one would lay them out by hand: a status row per project that every accepted return
 * renews, so that lists need no evaluation, and an index for each question asked below.
 */
export const TABLES = `
  create schema plain;
  set search_path to plain;
  create table session (token text primary key, person text not null, reads_all boolean not null, units text[] not null);
  create table counter (id int primary key, seq bigint not null);
  insert into counter values (1, 0);
  create table unit (id text primary key, name text not null);
  create table project (
    id text primary key, name text not null, code text not null, lead_unit text not null references unit,
    owner_unit text not null references unit, town_unit text not null references unit, leader text not null,
    sector text not null, total_invest bigint not null, planned_start date not null);
  create index project_lead on project (lead_unit);
  create index project_owner on project (owner_unit);
  create index project_town on project (town_unit);
  create table membership (
    project text references project, list text, nature text not null, annual_plan bigint not null,
    plans bigint[] not null, first boolean not null, colour text not null, lights jsonb not null,
    primary key (project, list));
  create table entry (
    seq bigint primary key, project text not null, period text not null, figures jsonb not null,
    entered_by text not null, recorded_at timestamptz not null default now());
  create index entry_project on entry (project, period);
  create table monthly (
    project text references project, period_end date, period text not null, invest_ytd bigint, paid_ytd bigint,
    stat_ytd bigint, stage text, started_on date, primary key (project, period_end));
  create table status (
    project text primary key references project, lead_unit text not null, owner_unit text not null,
    town_unit text not null, name text not null, nature text not null, stage text, annual_plan bigint not null,
    plan_to_date bigint not null, invested bigint, period text, colour text not null, severity int not null,
    lists text[] not null);
  create index status_worst on status (severity desc, annual_plan desc, name, project);
  create index status_lead on status (lead_unit, severity desc, annual_plan desc, name, project);
  create index status_stage on status (stage, severity desc, annual_plan desc, name, project);
  create index status_colour on status (colour, annual_plan desc, name, project);
  create index status_invested on status (invested desc nulls last, name, project);
  create index status_owner on status (owner_unit);
  create index status_town on status (town_unit);`
