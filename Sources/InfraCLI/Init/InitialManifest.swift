extension InitialPackage {
  var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let infraKit = Target.Dependency.product(name: "InfraKit", package: "\(infraKit.identity)")

    let package = Package(
      name: "\(name)",
      dependencies: [\(infraKit.declaration)],
      targets: [
        // The stacks are a library, so that tests can declare them.
        .target(
          name: "Infrastructure", dependencies: [infraKit],
          // The compiler suggests a name for a misspelt attribute, which Swift 6.3 does not do by itself.
          swiftSettings: [.unsafeFlags(["-Xfrontend", "-typo-correction-limit", "-Xfrontend", "10"])]),
        .executableTarget(name: "infra", dependencies: ["Infrastructure", infraKit]),
        .testTarget(
          name: "InfrastructureTests",
          dependencies: ["Infrastructure", infraKit, .product(name: "InfraTesting", package: "\(infraKit.identity)")]),
      ]
    )

    """
  }

  var readme: String {
    """
    # \(name)

    AWS infrastructure declared in Swift, checked by infra-gen, applied by Terraform.

    ```
    swift run infra check     # check the stacks against the rules
    swift run infra synth     # write out/<stack>/<environment>/; commit it
    swift test                # test the stacks
    ```

    Then, for one environment:

    ```
    cd out/hello/dev && terraform init && terraform plan
    ```

    A stack is a Swift file in `Sources/Infrastructure`. `Infrastructure.swift` there lists the stacks to check and write, and
    the rules. `swift run infra explain RULE` explains a finding, and `swift run infra help` lists the commands.

    To declare, test, waive, audit or migrate, see the guides in \(infraKit.guides). Where they say
    `infra-gen`, run `swift run infra` here.

    """
  }
}

let initialProgram = """
  import InfraCLI
  import InfraModel
  import Infrastructure

  @main struct Infra: InfraProgram {
    static let stacks = Infrastructure.stacks
    static let rules = Infrastructure.rules
  }

  """

let initialIgnores = """
  .build/
  .swiftpm/
  .terraform/
  *.tfstate
  *.tfstate.backup
  *.tfvars
  /out/.infra-gen/
  *.tfplan
  tfplan

  """
