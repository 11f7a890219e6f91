// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Bytes without end for everything that infra-gen reads. A package of its own, for only libFuzzer can link it: it brings
// the `main` that the target has none of. `Scripts/fuzz` builds and runs it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  products: [.library(name: "FuzzInputs", type: .static, targets: ["FuzzInputs"])],
  dependencies: [.package(name: "infra-gen", path: "../..")],
  targets: [
    .target(
      name: "FuzzInputs", dependencies: [.product(name: "InfraKit", package: "infra-gen")], swiftSettings: settings)
  ],
  swiftLanguageModes: [.v6]
)
