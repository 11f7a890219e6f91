import InfraModel
import TFEmit

extension TerraformConstruct {
  static let resources: [TerraformConstruct] = [
    TerraformConstruct(
      "resource", "`resource`", "`stack.add(…)` of a type, or of `RawResource`",
      .changes(["create terraform_data.typed", "create terraform_data.raw"])
    ) { stack in
      stack.add(TerraformData("typed", remembering: "a"))
      stack.add(RawResource("terraform_data", "raw", ["input": "b"]))
    },
    TerraformConstruct(
      "data", "`data`", "`RawDataSource`; `stack.callerIdentity()` and imports have types",
      .outputs(["word": "\"hello\""]), files: ["other.tfstate": state(word: "hello")]
    ) { stack in
      let other = stack.add(remoteState)
      stack.add(Output("word", other.attribute("outputs.word"), description: "A word"))
    },
    TerraformConstruct(
      "ephemeral", "`ephemeral`", "`RawEphemeralResource`: of any type",
      .validatedWithAWS
    ) { stack in
      let password = stack.add(
        RawEphemeralResource(
          "aws_secretsmanager_random_password", "database", ["password_length": 20],
          conditions: [CustomCondition(.binary(.named(.workspace), .equal, "default"), otherwise: "no workspace")]))
      stack.add(
        RawResource(
          "aws_ssm_parameter", "password",
          [
            "name": "/shop/password", "type": "SecureString",
            "value_wo": .text(password.attribute("random_password")), "value_wo_version": 1,
          ]))
    },
    TerraformConstruct(
      "terraform-data", "`terraform_data` with `input`, `triggers_replace`, `output` and `id`",
      "`TerraformData(_:remembering:replacedBy:)`, `output` and `dataID` of what `add` returns",
      .planned { plan in
        let resources = plan["planned_values"]?["root_module"]?["resources"]?.array ?? []
        let a = resources.first { $0["name"]?.string == "a" }?["values"]
        return [expect(a?["input"], "[1,\"x\"]"), expect(a?["triggers_replace"], "\"1.2.3\"")]
      }
    ) { stack in
      let version = stack.add(Local("version", "1.2.3"))
      let a = stack.add(TerraformData("a", remembering: [1, "x"], replacedBy: .text(version)))
      stack.add(TerraformData("b", remembering: [a.output.value, .text(a.dataID)]))
    },
    TerraformConstruct(
      "nested-blocks", "nested blocks, `timeouts`, and `dynamic`",
      "`.blocks([…])`, and `nesting(_:forEach:)` of a `Block`", .validatedWithAWS
    ) { stack in
      stack.add(
        RawResource(
          "aws_kinesis_stream", "events",
          [
            "name": "events", "stream_mode_details": .blocks([["stream_mode": "ON_DEMAND"]]),
            "timeouts": .blocks([["create": "10m"]]),
          ]))
      let ports = stack.add(RawVariable("ports", .set(.number), default: [80, 443], description: "What is open"))
      stack.add(
        RawResource(
          "aws_security_group", "web",
          (["name": "web"] as Block).nesting("ingress", forEach: ports) { ingress in
            [
              "from_port": ingress.value.value, "to_port": ingress.key.value, "protocol": "tcp",
              "cidr_blocks": ["10.0.0.0/8"],
            ]
          }.nesting("egress", forEach: .set(["udp"])) { egress in
            ["from_port": 0, "to_port": 0, "protocol": egress.value.value, "cidr_blocks": ["10.0.0.0/8"]]
          }))
    },
    TerraformConstruct(
      "provider", "`provider` with `alias`, `region` and `assume_role`; `required_providers`",
      "`in:` for a region; `ProviderConfiguration`, passed as `provider:`", .validatedWithAWS
    ) { stack in
      let audit = stack.add(
        ProviderConfiguration.aws(
          alias: "audit", region: .usEast1,
          ["assume_role": .blocks([["role_arn": "arn:aws:iam::210987654321:role/deploy"]])]))
      stack.add(Topic("audit"), provider: audit)
      stack.add(Topic("abroad"), in: .euWest1)
    },
    TerraformConstruct(
      "other-provider", "any other provider", "`ProviderConfiguration(_:source:version:alias:)`",
      .changes(["create terraform_data.a"])
    ) { stack in
      let builtin = stack.add(
        ProviderConfiguration("terraform", source: "terraform.io/builtin/terraform", alias: "other"))
      stack.add(TerraformData("a", remembering: 1), provider: builtin)
    },
    TerraformConstruct(
      "module", "`module` with `source`, `version`, `providers` and `depends_on`",
      "`ModuleCall`; `output(_:)` and `outputs` of what `add` returns. Its arguments have no types, because Terraform reads the module when it runs",
      .outputs(["text": "\"Hello Ada\""]), files: ["greeting/main.tf.json": greeting]
    ) { stack in
      let first = stack.add(TerraformData("first"))
      let builtin = stack.add(
        ProviderConfiguration("terraform", source: "terraform.io/builtin/terraform", alias: "other"))
      let greeting = stack.add(
        ModuleCall(
          "greeting", from: .directory("./greeting"), ["name": "Ada"], providers: ["terraform": builtin],
          after: [first.address]))
      stack.add(Output("text", greeting.output("text"), description: "A greeting"))
    },
  ]

  static let instances: [TerraformConstruct] = [
    TerraformConstruct(
      "count", "`count` of a resource, `count.index`", "`stack.add(count:) { index in … }`",
      .changes(["create terraform_data.worker[0]", "create terraform_data.worker[1]"])
    ) { stack in
      stack.add(count: 2) { index in TerraformData("worker", remembering: (index + 1).value) }
    },
    TerraformConstruct(
      "for-each", "`for_each` of a resource, `each.key` and `each.value`", "`stack.add(forEach:) { each in … }`",
      .changes(["create terraform_data.team[\"blue\"]", "create terraform_data.team[\"red $${x}\"]"])
    ) { stack in
      stack.add(forEach: .map(["red ${x}": "Ann", "blue": "Bo"])) { each in
        TerraformData("team", remembering: [.text(each.key), each.value.value])
      }
    },
    TerraformConstruct(
      "for-each-set", "`for_each` over a set", "`.set([…])`", .changes(["create terraform_data.team[\"red\"]"])
    ) { stack in
      stack.add(forEach: .set(["red"])) { each in TerraformData("team", remembering: each.value.value) }
    },
    TerraformConstruct(
      "instance", "an instance: `a[\"key\"].b`, `a[0].b`",
      "`teams[\"key\"]`, `workers[0]`: without a key there are no attributes",
      .outputs(["blue": "\"Bo\"", "second": "1"])
    ) { stack in
      let teams = stack.add(forEach: .map(["red": "Ann", "blue": "Bo"])) { each in
        TerraformData("team", remembering: each.value.value)
      }
      let workers = stack.add(count: 2) { index in TerraformData("worker", remembering: index.value) }
      stack.add(Output("blue", teams["blue"].attribute("input"), description: "Who"))
      stack.add(Output("second", workers[1].attribute("input"), description: "Which"))
    },
    TerraformConstruct(
      "all-instances", "all instances: `a[*].b`, `values(a)[*].b`", "`all(\\.b)`, or `all(\"b\")` without a type",
      .outputs(["numbers": "[0,1]", "people": "[\"Bo\",\"Ann\"]"])
    ) { stack in
      let teams = stack.add(forEach: .map(["red": "Ann", "blue": "Bo"])) { each in
        TerraformData("team", remembering: each.value.value)
      }
      let workers = stack.add(count: 2) { index in TerraformData("worker", remembering: index.value) }
      stack.add(Output("people", value: teams.all("input").value, description: "Who"))
      stack.add(Output("numbers", value: workers.all("input").value, description: "Which"))
    },
    TerraformConstruct(
      "chained-for-each", "`for_each` over the instances of another resource", "`instances` of what `add` returns",
      .changes([
        "create terraform_data.alarm[\"blue\"]", "create terraform_data.alarm[\"red\"]",
        "create terraform_data.team[\"blue\"]", "create terraform_data.team[\"red\"]",
      ])
    ) { stack in
      let teams = stack.add(forEach: .set(["red", "blue"])) { each in
        TerraformData("team", remembering: each.value.value)
      }
      stack.add(forEach: teams.instances) { each in
        TerraformData(
          "alarm", remembering: [each.value.member("input").value, .text(teams[each.key].attribute("input"))])
      }
    },
    TerraformConstruct(
      "data-instances", "`for_each` of a data source", "the same with `RawDataSource`",
      .outputs(["words": "[\"hello\"]"]), files: ["other.tfstate": state(word: "hello")]
    ) { stack in
      let others = stack.add(forEach: .map(["other": "other.tfstate"])) { each in
        RawDataSource(
          "terraform_remote_state", "other", ["backend": "local", "config": .map(["path": each.value.value])])
      }
      stack.add(
        Output(
          "words",
          value: InfraModel.Expression.list(for: "other", in: others.instances) {
            $0.member("outputs").member("word")
          }.value, description: "Every word"))
    },
    TerraformConstruct(
      "module-instances", "`count` and `for_each` of a `module`", "the same with `ModuleCall`",
      .outputs(["all": "[\"Hello Ada\",\"Hello Bob\"]", "first": "\"Hello Ada\"", "one": "\"Hello Bob\""]),
      files: ["greeting/main.tf.json": greeting]
    ) { stack in
      let greetings = stack.add(forEach: .map(["a": "Ada", "b": "Bob"])) { each in
        ModuleCall("greeting", from: .directory("./greeting"), ["name": each.value.value])
      }
      let numbered = stack.add(count: 1) { _ in
        ModuleCall("numbered", from: .directory("./greeting"), ["name": "Ada"])
      }
      stack.add(Output("all", value: greetings.all("text").value, description: "All"))
      stack.add(Output("one", value: greetings["b"].member("text").value, description: "One"))
      stack.add(Output("first", value: numbered[0].member("text").value, description: "The first"))
    },
    TerraformConstruct(
      "typed-instances", "instances of a type with a model", "the same; a conventional name ends in the key",
      .validatedWithAWS
    ) { stack in
      let days = stack.add(
        RawVariable("days", .map(.number), default: .map(["api": 30, "jobs": 7]), description: "By function"))
      let groups = stack.add(forEach: days) { each in
        LogGroup("functions", retention: Input(each.value, assuming: .oneMonth))
      }
      let topics = stack.add(count: 2) { _ in Topic("shifts") }
      let failures = stack.add(forEach: groups.instances) { each in
        LogMetricFilter(
          "failures", in: groups[each.key].groupName, matching: "ERROR", as: "Failures", in: "Shop",
          .total(otherwise: 0), missingDataMeaning: .noEvents)
      }
      stack.add(Output("groups", value: groups.all(\.arn).value, description: "Every group"))
      stack.add(Output("topics", value: topics.all(\.arn).value, description: "Every topic"))
      stack.add(Output("filters", value: failures.all("id").value, description: "Every filter"))
    },
  ]
}

private let remoteState = RawDataSource(
  "terraform_remote_state", "other", ["backend": "local", "config": .map(["path": "other.tfstate"])])

/// A module that greets by name.
private let greeting = """
  {"terraform": {"required_providers": {"terraform": {"source": "terraform.io/builtin/terraform"}}},
   "variable": {"name": {"type": "string"}}, "output": {"text": {"value": "Hello ${var.name}"}}}
  """

/// A state of another configuration, with one output.
private func state(word: String) -> String {
  """
  {"version": 4, "terraform_version": "1.6.0", "serial": 1, "lineage": "1b1a1a1a-0000-0000-0000-000000000000",
   "outputs": {"word": {"value": "\(word)", "type": "string"}}, "resources": []}
  """
}
