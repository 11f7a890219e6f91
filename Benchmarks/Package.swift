// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// What infra-gen costs. A package of its own, so that whatever it comes to depend on, infra-gen does not.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "infra-gen", path: "..")],
  targets: [
    .target(
      name: "FleetStack", dependencies: [.product(name: "InfraKit", package: "infra-gen")], swiftSettings: settings),
    .executableTarget(
      name: "fleet", dependencies: ["FleetStack", .product(name: "InfraKit", package: "infra-gen")],
      swiftSettings: settings),
    .executableTarget(
      name: "stages", dependencies: ["FleetStack", .product(name: "InfraKit", package: "infra-gen")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
