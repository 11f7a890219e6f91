// swift-tools-version: 6.1
import PackageDescription

// What infra-gen costs. A package of its own, so that whatever it comes to depend on, infra-gen does not.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "infra-gen", path: "..")],
  targets: [
    .executableTarget(name: "fleet", dependencies: [.product(name: "InfraKit", package: "infra-gen")])
  ]
)
