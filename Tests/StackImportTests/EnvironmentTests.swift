import Testing

@testable import StackImport

@Suite struct EnvironmentTests {
  private let configuration = """
    terraform {
      backend "s3" {
        bucket = "states"
        key    = "shop.tfstate"
      }
    }
    variable "stage" { type = string }
    variable "days" { default = 7 }
    variable "team" {}
    variable "token" { sensitive = true }
    """

  private func environments() -> [ImportedEnvironment] {
    let common = file("team = \"shop\"\ntoken = \"t\"\ndays = 1\n", "terraform.tfvars")
    return [
      ImportedEnvironment("dev", [common, file("stage = \"dev\"\n", "dev.tfvars")]),
      ImportedEnvironment("prod", [common, file("stage = \"prod\"\ndays = 30\n", "prod.tfvars")]),
    ]
  }

  private func stack(in environments: [ImportedEnvironment]) throws -> StackImport {
    try StackImport(
      [file(configuration)], named: "shop", in: environments, from: "main.tf", schemas: ImportedSchemas())
  }

  @Test func `each file of values is an environment, with the values as defaults`() throws {
    let stack = try stack(in: environments())
    #expect(
      statements(of: stack) == """
        _ = stack.add(RawVariable("stage", .string, default: variableValues["stage"]))
        _ = stack.add(RawVariable("days", nil, default: variableValues["days"] ?? 7))
        _ = stack.add(RawVariable("team", nil, default: "shop"))
        _ = stack.add(RawVariable("token", nil, isSensitive: true))
        """)
    #expect(
      stack.source.contains(
        """
          enum Environment: String, StackEnvironment {
            case dev, prod

            var isProduction: Bool { self == .prod }
          }
        """))
    #expect(
      stack.source.contains(
        """
          private var variableValues: [String: Value] {
            switch environment {
            case .dev:
              ["stage": "dev", "days": 1]
            case .prod:
              ["stage": "prod", "days": 30]
            }
          }
        """))
    #expect(stack.source.contains("stateAt: .exactly(\"key\", \"env:/\\(environment.rawValue)/shop.tfstate\")"))
    #expect(
      stack.report.notes.map(\.text) == [
        "each environment has the state of the workspace of its name, at 'env:/NAME/shop.tfstate'",
        "the value of `token` is a secret and is left out: give it to Terraform",
      ])
  }

  @Test func `one environment keeps the place of its state`() throws {
    let stack = try stack(in: [environments()[1]])
    #expect(statements(of: stack).contains("RawVariable(\"stage\", .string, default: \"prod\")"))
    #expect(stack.source.contains("stateAt: .exactly(\"key\", \"shop.tfstate\")"))
    #expect(!stack.source.contains("variableValues"))
  }

  @Test func `what was written is compared with the values of its environment`() throws {
    let written = """
      {"terraform": {"backend": {"s3": {"bucket": "states", "key": "env:/prod/shop.tfstate"}}},
       "variable": {"stage": {"type": "string", "default": "prod"}, "days": {"default": 30}, "team": {"default": "shop"},
       "token": {"sensitive": true}}}
      """
    func differences(in environment: ImportedEnvironment) throws -> [String] {
      try ConfigurationComparison(
        of: [file(configuration)], with: [file(written, "main.tf.json")], in: environment, among: 2,
        schemas: ImportedSchemas()
      ).differences
    }
    #expect(try differences(in: environments()[1]) == [])
    #expect(
      try differences(in: environments()[0]) == [
        "backend.s3: key: 'env:/dev/shop.tfstate' and 'env:/prod/shop.tfstate'", "var.days: default: '1' and '30'",
        "var.stage: default: 'dev' and 'prod'",
      ])
  }

  @Test func `a value that is no constant is an error with its line`() {
    #expect(
      throws: ImportError.unsupported(
        ImportPlace(path: "a.tfvars", line: 1), what: "the default `upper(\"a\")`, which is not a constant")
    ) {
      try stack(in: [ImportedEnvironment("main", [file("stage = upper(\"a\")", "a.tfvars")])])
    }
  }

  @Test func `a state may have what is declared, moved or removed`() throws {
    let stack = try imported(
      """
      resource "a_b" "c" {}
      data "a_b" "d" {}
      module "m" { source = "./m" }
      moved {
        from = a_b.old[0]
        to   = a_b.c
      }
      removed { from = module.n["x"].a_b.c }
      """)
    #expect(stack.addresses == ["a_b.c", "data.a_b.d", "module.m", "a_b.old", "module.n"])
  }
}
