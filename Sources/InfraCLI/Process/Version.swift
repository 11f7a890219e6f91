/// infra-gen's version, which identifies the source of a run's findings.
let infraGenVersion = "0.1.0"
