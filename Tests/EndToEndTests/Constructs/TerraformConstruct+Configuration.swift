import InfraModel
import TFEmit

extension TerraformConstruct {
  static let lifecycles: [TerraformConstruct] = [
    TerraformConstruct(
      "depends-on", "`depends_on`", "`after:`", .changes(["create terraform_data.a", "create terraform_data.b[\"x\"]"])
    ) { stack in
      let b = stack.add(forEach: .set(["x"])) { _ in TerraformData("b") }
      stack.add(TerraformData("a"), after: [b["x"].address])
    },
    TerraformConstruct(
      "lifecycle", "`lifecycle` with `create_before_destroy`, `prevent_destroy` and `ignore_changes`",
      "`lifecycle:` of `stack.add`, whatever the type", .changes(["create terraform_data.a"])
    ) { stack in
      stack.add(
        TerraformData("a", remembering: 1),
        lifecycle: Lifecycle(createBeforeDestroy: true, preventDestroy: true, ignoreChanges: ["input"]))
    },
    TerraformConstruct(
      "ignore-all-changes", "`ignore_changes = all`", "`Lifecycle(ignoreChanges: .all)`",
      .changes(["create terraform_data.a"])
    ) { stack in
      stack.add(TerraformData("a", remembering: 1), lifecycle: Lifecycle(ignoreChanges: .all))
    },
    TerraformConstruct(
      "replace-triggered-by", "`replace_triggered_by` of resources, instances and attributes",
      "`replaceTriggeredBy:`, `replaceTriggeredByAttributes:`",
      .changes([
        "create terraform_data.a", "create terraform_data.b[\"x\"]", "create terraform_data.c[\"x\"]",
        "create terraform_data.d",
      ])
    ) { stack in
      let a = stack.add(TerraformData("a", remembering: 1))
      let b = stack.add(forEach: .set(["x"])) { _ in TerraformData("b") }
      stack.add(
        forEach: .set(["x"]),
        lifecycle: { Lifecycle(replaceTriggeredByAttributes: [b[$0.key].reference(to: "output")]) }
      ) { _ in TerraformData("c") }
      stack.add(
        TerraformData("d"),
        lifecycle: Lifecycle(
          replaceTriggeredBy: [a.address, b["x"].address], replaceTriggeredByAttributes: [a.reference(to: "output")]))
    },
    TerraformConstruct(
      "conditions", "`precondition`, `postcondition` and `self`", "`preconditions:`, `postconditions:`",
      .changes(["create terraform_data.a"])
    ) { stack in
      let size = stack.add(RawVariable("size", .number, default: 3, description: "How many"))
      let input = InfraModel.Expression.named(.itself).member("input")
      stack.add(
        TerraformData("a", remembering: size.value),
        lifecycle: Lifecycle(
          preconditions: [CustomCondition(.binary(size, .greater, 0), otherwise: "too few")],
          postconditions: [CustomCondition(.binary(input, .greater, 0), otherwise: "too few: \(input)")]))
    },
    TerraformConstruct(
      "provisioner", "`provisioner` of any type, `when`, `on_failure`",
      "`provisioners:` of `stack.add`; `Provisioner.localExec`, others by name, with arguments without types",
      .changes(["create terraform_data.a"])
    ) { stack in
      let input = InfraModel.Expression.named(.itself).member("input")
      stack.add(
        TerraformData("a", remembering: "x"),
        provisioners: [
          .localExec("echo \(input) $${HOME}", environment: ["NAME": "\(input)"]),
          .localExec("echo bye", on: .destruction, continuesOnFailure: true),
        ])
    },
    TerraformConstruct(
      "connection", "`connection`",
      "`connection:` of a `Provisioner`. A `connection` of the resource, for all its provisioners, is given to each",
      .changes(["create terraform_data.a"])
    ) { stack in
      let host: Block = ["type": "ssh", "host": InfraModel.Expression.named(.itself).member("input").value]
      stack.add(
        TerraformData("a", remembering: "198.51.100.7"),
        provisioners: [
          Provisioner("remote-exec", ["inline": ["echo \"hello\""]], connection: host),
          Provisioner("file", ["content": "${x}", "destination": "greeting.txt"], connection: host),
        ])
    },
  ]

  static let blocks: [TerraformConstruct] = [
    TerraformConstruct(
      "variable", "`variable` of any type, with `default` and `nullable`",
      "`RawVariable` with a `VariableType`; `Variable` for arguments with a type",
      .outputs(["name": "\"a \"b\"\"", "size": "3", "word": "\"yes\""]), options: ["-var", #"words=["yes", [true]]"#]
    ) { stack in
      let settings = stack.add(
        RawVariable(
          "settings",
          .map(.object(["size": .number, "name": .optional(.string, default: #"a "b""#), "any": .optional(.any)])),
          default: .map(["x": .map(["size": 3])]), description: "By name"))
      let words = stack.add(
        RawVariable("words", .tuple([.string, .list(.bool)]), description: "A word and flags", isNullable: false))
      let size = stack.add(Variable("size", default: 3, .between(1...9), description: "How many"))
      stack.add(Output("name", value: settings["x"].member("name").value, description: "A name"))
      stack.add(Output("word", value: words[0].value, description: "A word"))
      stack.add(Output("size", size.text, description: "How many"))
    },
    TerraformConstruct(
      "validation", "`validation`, several, and of other variables", "`validations:`", .outputs(["size": "2"])
    ) { stack in
      let most = stack.add(RawVariable("most", .number, default: 3, description: "At most"))
      let size = stack.add(
        RawVariable(
          "size", .number, default: 2, description: "How many",
          validations: [
            CustomCondition(.raw("var.size > 0"), otherwise: "too few"),
            CustomCondition(.binary(.raw("var.size"), .atMost, most), otherwise: "more than \(most)"),
          ]))
      stack.add(Output("size", value: size.value, description: "How many"))
    },
    TerraformConstruct(
      "sensitive", "`sensitive` of variables and outputs", "`isSensitive:`", .outputs(["key": "\"x\""])
    ) { stack in
      let key = stack.add(RawVariable("key", .string, default: "x", description: "A key", isSensitive: true))
      stack.add(Output("key", value: key.value, description: "A key", isSensitive: true))
    },
    TerraformConstruct(
      "ephemeral-variable", "`ephemeral` of variables", "`isEphemeral:` of `RawVariable`",
      .changes(["create terraform_data.a"]), options: ["-var", "key=x"]
    ) { stack in
      let key = stack.add(RawVariable("key", .string, description: "A key", isEphemeral: true))
      stack.add(TerraformData("a"), provisioners: [.localExec("./release", environment: ["KEY": Text(key)])])
    },
    TerraformConstruct(
      "ephemeral-output", "`ephemeral` of outputs",
      "not in a stack: Terraform takes it in modules only, and a stack is the root module",
      .refused("Ephemeral outputs are not allowed in context of a root module"),
      files: ["ephemeral.tf": "output \"key\" {\n  value     = 1\n  ephemeral = true\n}\n"]
    ) { _ in },
    TerraformConstruct(
      "locals", "`locals` of any type", "`Local(_:_:)`, `Local(_:value:)`", .outputs(["all": "{\"a\":[1,true]}"])
    ) { stack in
      let all = stack.add(Local("all", value: .map(["a": [1, true]])))
      stack.add(Output("all", all, description: "All"))
    },
    TerraformConstruct(
      "output", "`output` of any type, with `precondition` and `depends_on`",
      "`Output(_:value:description:)` with `preconditions` and `dependencies`", .outputs(["list": "[1,\"${x}\"]"])
    ) { stack in
      let size = stack.add(RawVariable("size", .number, default: 3, description: "How many"))
      let first = stack.add(TerraformData("first"))
      var list = Output("list", value: [1, "${x}"], description: "A list")
      list.preconditions = [CustomCondition(.binary(size, .greater, 0), otherwise: "too few")]
      list.dependencies = [first.address]
      stack.add(list)
    },
    TerraformConstruct(
      "moved", "`moved`, to and from instances", "`StateChange.moved`, `renamed(from:)`",
      .changes(["create terraform_data.a[\"x\"]", "create terraform_data.c", "create terraform_data.d[0]"])
    ) { stack in
      let a = stack.add(forEach: .set(["x"])) { _ in TerraformData("a") }
      stack.add(StateChange.moved(from: a.address, to: a["x"].address))
      stack.add(TerraformData("c").renamed(from: "b"))
      let d = stack.add(count: 1) { _ in TerraformData("d") }
      stack.add(StateChange.moved(from: Address(type: "terraform_data", name: "e", index: "[\"k\"]"), to: d[0].address))
    },
    TerraformConstruct(
      "removed", "`removed`", "`StateChange.removed`", .changes([])
    ) { stack in
      stack.add(StateChange.removed(Address(type: "terraform_data", name: "a")))
    },
    TerraformConstruct(
      "removed-provisioner", "`removed` with `destroy = true` and `provisioner`", "`StateChange.destroyed`",
      .changes([])
    ) { stack in
      stack.add(
        StateChange.destroyed(
          Address(type: "terraform_data", name: "a"),
          provisioners: [.localExec("echo \(InfraModel.Expression.named(.itself).member("id"))", on: .destruction)]))
    },
    TerraformConstruct(
      "import", "`import` by `id`", "`StateChange.imported`", .changes(["no-op terraform_data.a importing one"])
    ) { stack in
      let a = stack.add(TerraformData("a"))
      stack.add(StateChange.imported(a.address, id: "one"))
    },
    TerraformConstruct(
      "import-for-each", "`import` with `for_each`", "`InstanceImport`",
      .changes([
        "no-op terraform_data.a[\"x $${y}\"] importing one/x ${y}", "no-op terraform_data.b[\"x\"] importing two",
      ])
    ) { stack in
      let a = stack.add(forEach: .set(["x ${y}"])) { _ in TerraformData("a") }
      let b = stack.add(forEach: .set(["x"])) { _ in TerraformData("b") }
      stack.add(InstanceImport(of: a, forEach: .set(["x ${y}"])) { each in "one/\(each.key)" })
      stack.add(InstanceImport(of: b, forEach: .map(["x": "two"])) { each in "\(each.value)" })
    },
    TerraformConstruct(
      "import-identity", "`import` by `identity`",
      "`StateChange.importedByIdentity`; raises `required_version` to 1.13, so 1.11 refuses it",
      .refused("Unsupported Terraform Core version")
    ) { stack in
      let a = stack.add(TerraformData("a"))
      stack.add(StateChange.importedByIdentity(a.address, ["id": "one"]))
    },
    TerraformConstruct(
      "check", "`check` with several `assert`s", "`CheckBlock`",
      .planned { plan in
        let check = plan["checks"]?.array?.first { $0["address"]?["name"]?.string == "size" }
        return [expect(check?["status"], "\"fail\"")]
      }
    ) { stack in
      let size = stack.add(RawVariable("size", .number, default: 3, description: "How many"))
      stack.add(
        CheckBlock(
          "size",
          [
            CustomCondition(.binary(size, .greater, 0), otherwise: "too few"),
            CustomCondition(.binary(size, .less, 2), otherwise: "too many: \(size)"),
          ]))
    },
    TerraformConstruct(
      "check-data", "`check` with `data`", "`stack.add(check:reading:)`",
      .planned { plan in
        let check = plan["checks"]?.array?.first { $0["address"]?["name"]?.string == "word" }
        return [expect(check?["status"], "\"pass\"")]
      },
      files: [
        "other.tfstate": """
        {"version": 4, "terraform_version": "1.6.0", "serial": 1, "lineage": "1b1a1a1a-0000-0000-0000-000000000000",
         "outputs": {"word": {"value": "hello", "type": "string"}}, "resources": []}
        """
      ]
    ) { stack in
      let state = RawDataSource(
        "terraform_remote_state", "other", ["backend": "local", "config": .map(["path": "other.tfstate"])])
      stack.add(check: "word", reading: state) { other in
        [CustomCondition(.binary(.text(other.attribute("outputs.word")), .equal, "hello"), otherwise: "another word")]
      }
    },
    TerraformConstruct(
      "backend", "`backend` of any type", "`backend` of the stack: `.local`, `.s3`, `.raw(RawBackend(…))`", .validated,
      on: .raw(RawBackend("gcs", stateAt: .argument("prefix"), ["bucket": "acme-states"]))
    ) { stack in stack.add(TerraformData("a")) },
    TerraformConstruct(
      "cloud", "`cloud`", "`.cloud(CloudWorkspaces(…))`", .validated,
      on: .cloud(CloudWorkspaces(organization: "acme", hostname: "app.terraform.io", project: "shop"))
    ) { stack in stack.add(TerraformData("a")) },
    TerraformConstruct(
      "required-version", "`required_version`",
      "`ToolVersions(terraform:upTo:)`, raised by what the stack declares", .changes(["create terraform_data.a"])
    ) { stack in
      stack.versions = ToolVersions(terraform: .v17, upTo: .v111)
      stack.add(TerraformData("a"))
    },
  ]
}
