alter table kept_run add column figures ${text};
