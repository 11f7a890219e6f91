/// The arguments of the top level that hold a JSON document as text.
let documentArguments = [
  "policy", "assume_role_policy", "policy_document", "redrive_policy", "definition", "dashboard_body", "event_pattern",
]
