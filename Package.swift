// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The sources of the stacks' functions. Each becomes a constant named for the file, so that a name occurs only once.
let functions: [Resource] =
  [
    (
      "InterviewCompanion",
      ["auth_exchange", "bedrock_summarize", "start_processing", "start_transcribe", "user_profile"]
    ),
    ("LegoAPI", ["gallery", "moc_instructions", "profile", "wishlist"]),
    (
      "MediaDownloader",
      [
        "authorizer_api_token", "file_coordinator", "list_files", "register_device", "start_file_upload",
        "webhook_feedly",
      ]
    ),
    ("OrderTracing", ["inventory_service", "notification_service", "order_service", "payment_service"]),
    ("SentimentAnalyzer", ["analysis", "dashboard", "ingestion", "metrics", "notification", "sse_streaming"]),
  ].flatMap { system, names in
    names.map { .embedInCode("\(system)/functions/\($0)/\($0).py") }
  }
  + [
    "LegoAPI/functions/shared/lego_api.py", "LegoAPI/functions/shared/lego_tracing.py",
    "LegoAPI/functions/shared/postgres.py", "LegoAPI/functions/shared/redis_protocol.py",
    "LegoAPI/functions/shared/stores.py", "MediaDownloader/functions/shared/media_tracing.py",
    "OrderTracing/functions/shared/order_events.py", "SentimentAnalyzer/functions/shared/news_items.py",
    "SentimentAnalyzer/functions/shared/observability.py", "SentimentAnalyzer/functions/sse_streaming/bootstrap",
    "SentimentAnalyzer/functions/sse_streaming/collector.yaml",
    "SentimentAnalyzer/functions/sse_streaming/otlp_spans.py",
    "SentimentAnalyzer/functions/sse_streaming/streaming_runtime.py",
  ].map { .embedInCode($0) }

// No package dependencies: a clean build stays a matter of seconds, and there is nothing to audit but this repository.
let package = Package(
  name: "infra-gen",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "InfraKit",
      targets: ["AlarmEvaluation", "FailureDetection", "HCLSyntax", "InfraModel", "StackImport", "TFEmit", "InfraCLI"]),
    .library(name: "InfraTesting", targets: ["InfraTesting"]),
    .executable(name: "infra-gen", targets: ["infra-gen"]),
  ],
  targets: [
    // HCL and Terraform JSON as trees, and nothing of what Terraform does with them.
    .target(name: "HCLSyntax", swiftSettings: settings),
    // What Terraform knows: text, blocks, addresses, stacks. No type of AWS's.
    .target(name: "TerraformModel", dependencies: ["HCLSyntax"], swiftSettings: settings),
    // What providers say of their types: arguments, attributes and nested blocks. AWS's is in the program.
    .target(name: "ProviderSchemas", dependencies: ["TerraformModel"], swiftSettings: settings),
    // Swift for the types of a provider, from its schema.
    .target(name: "SwiftTypes", dependencies: ["ProviderSchemas", "TerraformModel"], swiftSettings: settings),
    // AWS's resource types with their facts, and components of them. The canary ships inside the library, so that a
    // program which depends on it finds it wherever it runs.
    .target(
      name: "AWSModel", dependencies: ["ProviderSchemas", "TerraformModel"],
      resources: [.embedInCode("Components/Canary/canary.py")], swiftSettings: settings),
    // Rules, findings, waivers and reports, whatever the rules are about.
    .target(name: "PolicyEngine", dependencies: ["TerraformModel"], swiftSettings: settings),
    // What follows from a stack as a whole: alarms, permissions, the request path, coverage, cost.
    .target(
      name: "StackAnalysis", dependencies: ["AWSModel", "AlarmEvaluation", "FailureDetection", "TerraformModel"],
      swiftSettings: settings),
    .target(
      name: "AWSRules",
      dependencies: ["AWSModel", "PolicyEngine", "ProviderSchemas", "StackAnalysis", "TerraformModel"],
      swiftSettings: settings),
    // The five modules under one name, which is all that a stack imports, and the failures that tests name.
    .target(
      name: "InfraModel",
      dependencies: ["AWSModel", "AWSRules", "FailureDetection", "PolicyEngine", "StackAnalysis", "TerraformModel"],
      swiftSettings: settings),
    .target(name: "TFEmit", dependencies: ["InfraModel"], swiftSettings: settings),
    // How CloudWatch decides an alarm's state: values in, states out, and nothing of stacks.
    .target(name: "AlarmEvaluation", swiftSettings: settings),
    // How metrics behave when a resource fails, and when an alarm notices it.
    .target(name: "FailureDetection", dependencies: ["AlarmEvaluation"], swiftSettings: settings),
    // A Terraform configuration as Swift source: files in, files and a report out.
    .target(
      name: "StackImport", dependencies: ["HCLSyntax", "ProviderSchemas", "SwiftTypes", "TerraformModel"],
      swiftSettings: settings),
    .target(
      name: "InfraCLI",
      dependencies: [
        "AlarmEvaluation", "HCLSyntax", "InfraModel", "ProviderSchemas", "StackImport", "SwiftTypes", "TFEmit",
      ],
      resources: [.embedInCode("Drawing/picture.css"), .embedInCode("Page/page.css"), .embedInCode("Page/page.js")],
      swiftSettings: settings),
    // For the tests of those who declare stacks, in their repositories.
    .target(name: "InfraTesting", dependencies: ["InfraModel", "TFEmit"], swiftSettings: settings),
    // The functions of the stacks go into the program, as the canary does: packages are made of these bytes and no others.
    .target(
      name: "Stacks", dependencies: ["InfraModel"], path: "stacks", resources: functions, swiftSettings: settings),
    .executableTarget(name: "infra-gen", dependencies: ["InfraCLI", "InfraModel", "Stacks"], swiftSettings: settings),
    // A backend as a team runs it, for several tests. Most of its types are generated.
    .target(
      name: "CommerceStack", dependencies: ["InfraModel"], path: "Tests/CommerceStack",
      exclude: ["infra-gen-types.json"], swiftSettings: settings),
    .testTarget(
      name: "InfraModelTests",
      dependencies: [
        "AWSModel", "AWSRules", "CommerceStack", "FailureDetection", "InfraModel", "InfraTesting", "PolicyEngine",
        "ProviderSchemas",
        "StackAnalysis", "TerraformModel",
      ], swiftSettings: settings),
    .testTarget(
      name: "ProviderSchemasTests", dependencies: ["ProviderSchemas", "TerraformModel"], swiftSettings: settings),
    .testTarget(name: "AlarmEvaluationTests", dependencies: ["AlarmEvaluation"], swiftSettings: settings),
    .testTarget(name: "HCLSyntaxTests", dependencies: ["HCLSyntax"], swiftSettings: settings),
    .testTarget(
      name: "SwiftTypesTests", dependencies: ["ProviderSchemas", "SwiftTypes", "TerraformModel"],
      swiftSettings: settings
    ),
    // What Scripts/check-types proves whole providers with.
    .executableTarget(
      name: "types-program", dependencies: ["ProviderSchemas", "SwiftTypes", "TerraformModel"],
      path: "Tests/TypesProgram", exclude: ["validate.py"], swiftSettings: settings),
    .testTarget(
      name: "StackImportTests", dependencies: ["HCLSyntax", "ProviderSchemas", "StackImport", "TerraformModel"],
      exclude: ["Configurations"],
      swiftSettings: settings),
    // What the Python tests compare with other readers of HCL.
    .executableTarget(
      name: "hcl-program", dependencies: ["HCLSyntax"], path: "Tests/HCLProgram", swiftSettings: settings),
    .testTarget(
      name: "FailureDetectionTests", dependencies: ["AlarmEvaluation", "FailureDetection"], swiftSettings: settings),
    .testTarget(
      name: "TFEmitTests", dependencies: ["AWSRules", "InfraModel", "TFEmit", "TerraformModel"], swiftSettings: settings
    ),
    .testTarget(
      name: "InfraCLITests",
      dependencies: [
        "AWSModel", "AWSRules", "CommerceStack", "InfraCLI", "InfraModel", "ProviderSchemas", "Stacks", "TFEmit",
        "TerraformModel",
      ], exclude: ["Audit/Plans", "Faults/fault.c"], swiftSettings: settings),
    // What the tests of InfraCLI run as a process, to kill it, to starve it, and to have two of it at once.
    .executableTarget(
      name: "shop-program", dependencies: ["InfraCLI", "InfraModel"], path: "Tests/ShopProgram",
      swiftSettings: settings),
    .testTarget(
      name: "RequirementsTests", dependencies: ["InfraModel", "Stacks"], swiftSettings: settings),
    .testTarget(name: "OtherRepositoryTests", dependencies: ["InfraCLI", "InfraModel"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["CommerceStack", "InfraModel", "Stacks", "TFEmit"], exclude: ["harness"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
