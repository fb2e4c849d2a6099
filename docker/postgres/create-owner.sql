-- Run once by the postgres image, as superuser, when its volume is new. The service must not work as superuser: it gets
-- a database, and a login that owns it and may create the role that the service's sessions take.
\getenv password DATABASE_PASSWORD
create role cordon_owner login createrole password :'password';
create database cordon owner cordon_owner;
