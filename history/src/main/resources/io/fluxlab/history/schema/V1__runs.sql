create table kept_keeper (
  id varchar(40) not null primary key,
  host varchar(300) not null,
  seen_at timestamp with time zone not null
);

create table kept_run (
  id varchar(100) not null primary key,
  kind varchar(20) not null,
  workload varchar(1000) not null,
  lanes ${text} not null,
  request ${text} not null,
  owner varchar(300) not null,
  shared boolean not null,
  keeper varchar(40) not null,
  state varchar(20) not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  os varchar(300) not null,
  cpu varchar(300) not null,
  cpus integer not null,
  jdk varchar(300) not null,
  max_heap_bytes bigint not null,
  version varchar(100) not null,
  commit_id varchar(100),
  events bigint not null,
  last_seq bigint not null,
  missing bigint not null,
  stored_bytes bigint not null,
  wall_nanos bigint,
  recommended varchar(1000),
  summary ${text},
  error_code varchar(100),
  error_message ${text},
  note varchar(2000)
);

create index kept_run_started on kept_run (started_at);
create index kept_run_workload on kept_run (workload, started_at);
create index kept_run_state on kept_run (state);

create table kept_batch (
  run varchar(100) not null references kept_run (id) on delete cascade,
  first_seq bigint not null,
  part integer not null,
  last_seq bigint not null,
  events bigint not null,
  content ${bytes},
  primary key (run, first_seq, part)
);

create index kept_batch_last on kept_batch (run, last_seq);

create table kept_sample (
  run varchar(100) not null references kept_run (id) on delete cascade,
  position integer not null,
  lane varchar(1000) not null,
  round integer not null,
  figure_nanos bigint not null,
  wall_nanos bigint not null,
  cpu_nanos bigint not null,
  allocated_bytes bigint not null,
  threads integer not null,
  bystander_p99_nanos bigint,
  primary key (run, position)
);
