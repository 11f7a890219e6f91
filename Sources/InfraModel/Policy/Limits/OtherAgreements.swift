/// What DynamoDB and Budgets ask of arguments together (aws-facts 1.13 and 1.18).
let otherAgreements: [String: [ArgumentAgreement]] = [
  "aws_dynamodb_table": [
    ArgumentAgreement(
      "is paid for its capacity, and has none", fix: "set `read_capacity` and `write_capacity`, or `billing_mode`"
    ) { table in
      table.text("billing_mode") == "PAY_PER_REQUEST"
        || (table.number("read_capacity") ?? 0) >= 1 && (table.number("write_capacity") ?? 0) >= 1
    },
    ArgumentAgreement("has a stream that says nothing of an item", fix: "set `stream_view_type`") { table in
      !table.isTrue("stream_enabled") || table.has("stream_view_type")
    },
    ArgumentAgreement(
      "has a key that is no attribute, or an attribute that is no key",
      fix: "declare the attributes that are keys, and no others"
    ) { table in
      let keys = ["hash_key", "range_key"]
      let indexes = table.blocks("global_secondary_index") + table.blocks("local_secondary_index")
      let used = ([table] + indexes).flatMap { block in keys.compactMap { block.text($0) } }
      return Set(used) == Set(table.blocks("attribute").compactMap { $0.text("name") })
    },
  ],
  "aws_budgets_budget": [
    ArgumentAgreement(
      "has a notification that nobody gets",
      fix: "set `subscriber_email_addresses` or `subscriber_sns_topic_arns` in each `notification`"
    ) { budget in
      budget.blocks("notification").allSatisfy {
        $0.count("subscriber_email_addresses") + $0.count("subscriber_sns_topic_arns") > 0
      }
    }
  ],
]
