import Testing

@testable import StackImport

@Suite struct ImportErrorTests {
  @Test(arguments: [
    ("resource {}\n", ImportPlace(path: "main.tf", line: 1), "`resource` with 0 labels"),
    ("\nfuture \"a\" {}\n", ImportPlace(path: "main.tf", line: 2), "the block `future`"),
    ("terraform {\n  experiments = []\n}\n", ImportPlace(path: "main.tf", line: 2), "`experiments` in `terraform`"),
    (
      "variable \"a\" {\n  default = [for a in [1] : a]\n}\n", ImportPlace(path: "main.tf", line: 2),
      "the default `[for a in [1] : a]`, which is not a constant"
    ),
    ("variable \"a\" {\n  type = sting\n}\n", ImportPlace(path: "main.tf", line: 2), "the type `sting`"),
    (
      "resource \"a_b\" \"c\" {\n  provider = a.other\n}\n", ImportPlace(path: "main.tf", line: 2),
      "the provider `a.other`, which the configuration does not declare"
    ),
    (
      "resource \"a_b\" \"c\" {\n  lifecycle {\n    forever = true\n  }\n}\n", ImportPlace(path: "main.tf", line: 3),
      "`forever` in `lifecycle`"
    ),
    (
      "output \"a\" {\n  value = 1\n  ephemeral = true\n}\n", ImportPlace(path: "main.tf", line: 3),
      "`ephemeral` in `output`"
    ),
  ])
  func `what a stack cannot have is an error with its line`(_ source: String, _ place: ImportPlace, _ what: String) {
    #expect(throws: ImportError.unsupported(place, what: what)) { try imported(source) }
  }

  @Test func `a file that is not HCL is an error with line and column`() {
    #expect(
      throws: ImportError.syntax(
        path: "main.tf", line: 1, column: 5, reason: "expected a value, found the end of the text")
    ) {
      try imported("a = ")
    }
  }

  @Test func `an address may be declared once`() {
    let source = "variable \"a\" {}\nvariable \"a\" {}\n"
    #expect(throws: ImportError.duplicate(ImportPlace(path: "main.tf", line: 2), address: "var.a")) {
      try imported(source)
    }
  }

  @Test func `no block is an error`() {
    #expect(throws: ImportError.empty) { try imported("# nothing\n") }
  }

  @Test func `references deeper than any realistic ones end`() throws {
    let locals = (0..<2_000).map { "a\($0) = local.a\($0 + 1)\n" }.joined()
    let stack = try imported("locals {\n\(locals)a2000 = 1\n}\n")
    #expect(stack.report.arguments == 2_001)
  }
}
