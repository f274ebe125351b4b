-- What the tables alone cannot say. The ledger of hours only grows: a mistake is taken back by a second entry.
-- A Citus cluster allows triggers on distributed tables where one says that they look at no other rows, as these do not;
-- on its nodes a table's name ends with the number of its shard.
do $guard$
begin
  create or replace function refuse_rewriting() returns trigger language plpgsql as $body$
  begin
    raise exception 'rows of % are never changed: post a reversal',
      regexp_replace(tg_table_name, '_\d+$', '')
      using errcode = 'restrict_violation';
  end $body$;

  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger hour_entries_append_only before update or delete on hour_entries
    for each row execute function refuse_rewriting();
  create trigger hour_entries_not_emptied before truncate on hour_entries
    for each statement execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- Traces are written once. The one thing that may still happen to a trace is that it is sealed.
do $guard$
begin
  create or replace function refuse_retracing() returns trigger language plpgsql as $body$
  begin
    if tg_op = 'UPDATE' and old.seal is null and new.seal is not null
      and to_jsonb(new) - 'seal' = to_jsonb(old) - 'seal' then
      return new;
    end if;
    raise exception 'rows of % are never changed', regexp_replace(tg_table_name, '_\d+$', '')
      using errcode = 'restrict_violation';
  end $body$;

  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger traces_written_once before update or delete on traces
    for each row execute function refuse_retracing();
  create trigger traces_not_emptied before truncate on traces
    for each statement execute function refuse_rewriting();
  create trigger audit_seals_written_once before update or delete on audit_seals
    for each row execute function refuse_rewriting();
  create trigger audit_seals_not_emptied before truncate on audit_seals
    for each statement execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- Nobody holds two of the three offices that watch one another, and no office twice at the same time.
do $guard$
begin
  create extension if not exists btree_gist;
  if not exists (select from pg_constraint where conname = 'appointments_single') then
    alter table appointments add constraint appointments_single exclude using gist (
      account_id with =, office with =, organization_id with =,
      tstzrange(from_moment, until_moment) with &&
    ) where (revoked_at is null);
    alter table appointments add constraint appointments_apart exclude using gist (
      account_id with =, office with <>, tstzrange(from_moment, until_moment) with &&
    ) where (revoked_at is null
      and office in ('systemAdministrator', 'securityAdministrator', 'auditor'));
  end if;
end $guard$;
--> statement-breakpoint
-- What was decided in a procedure stays decided: a step that was wrong is answered by another step.
do $guard$
begin
  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger procedure_log_append_only before update or delete on procedure_log
    for each row execute function refuse_rewriting();
  create trigger procedure_log_not_emptied before truncate on procedure_log
    for each statement execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- Nobody has what somebody else has at the same time. Only where one may have it: of what there are several, the
-- resource's row is held still while they are counted.
do $guard$
begin
  create extension if not exists btree_gist;
  if not exists (select from pg_constraint where conname = 'resource_bookings_apart') then
    alter table resource_bookings add constraint resource_bookings_apart exclude using gist (
      unit_id with =, resource_id with =, tstzrange(from_moment, until_moment) with &&
    ) where (is_exclusive
      and state in ('ordered', 'approved', 'confirmed', 'checkedIn', 'rated', 'blocked'));
  end if;
end $guard$;
--> statement-breakpoint
-- A form that somebody may have answered keeps its wording: a new wording is a new row.
do $guard$
begin
  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger forms_never_change before update or delete on forms
    for each row execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- A stock is what its movements add up to: they are written once, and a mistake is answered by its reversal.
do $guard$
begin
  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger title_movements_append_only before update or delete on title_movements
    for each row execute function refuse_rewriting();
  create trigger title_movements_not_emptied before truncate on title_movements
    for each statement execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- What happened on somebody's way to membership stays written: what was wrong is answered by another entry.
do $guard$
begin
  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  create trigger applicant_entries_append_only before update or delete on applicant_entries
    for each row execute function refuse_rewriting();
  create trigger applicant_entries_not_emptied before truncate on applicant_entries
    for each statement execute function refuse_rewriting();
end $guard$;
--> statement-breakpoint
-- Dues: what was fixed, paid, owed and handed on is never rewritten; what was wrong is taken back by a second row.
do $guard$
declare guarded text;
begin
  perform set_config('citus.enable_unsafe_triggers', 'on', true);
  foreach guarded in array array['dues_entries', 'dues_payments', 'dues_bases', 'dues_publications'] loop
    execute format('create trigger %I before update or delete on %I
      for each row execute function refuse_rewriting()', guarded || '_append_only', guarded);
    execute format('create trigger %I before truncate on %I
      for each statement execute function refuse_rewriting()', guarded || '_not_emptied', guarded);
  end loop;
end $guard$;
