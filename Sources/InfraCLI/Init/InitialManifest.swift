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
        .target(name: "Infrastructure", dependencies: [infraKit]),
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

    AWS infrastructure, declared in Swift, held to observability policy by infra-gen, applied by Terraform.

    ```
    swift run infra check     # hold the stacks to the rules
    swift run infra synth     # write out/<stack>/<environment>/, to be committed
    swift test                # what the stacks promise
    ```

    Then, for one environment:

    ```
    cd out/hello/dev && terraform init && terraform plan
    ```

    A stack is a Swift file in `Sources/Infrastructure`; `Infrastructure.swift` there names the stacks that count, and the
    rules they are held to. What a finding means, `swift run infra explain RULE` tells; what else there is,
    `swift run infra help`.

    How to declare, test, waive, audit and move what there is: the guides in \(infraKit.guides). Where
    they say `infra-gen`, it is `swift run infra` here.

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
  /out/.infra-gen/
  *.tfplan
  tfplan

  """
