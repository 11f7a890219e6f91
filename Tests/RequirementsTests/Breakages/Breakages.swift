import InfraModel

/// What breaks each requirement, by its id.
let breakages: [String: [Breakage]] = [
  brokenInterviewCompanion, brokenLegoAPI, brokenMediaDownloader, brokenOrderTracing, brokenSentimentAnalyzer,
  brokenApplications,
].reduce(into: [:]) { all, system in all.merge(system) { first, _ in first } }

/// The values that the documents ask for, by the requirement's id.
let expectations: [String: [Expectation]] = [
  expectedOfInterviewCompanion, expectedOfLegoAPI, expectedOfMediaDownloader, expectedOfOrderTracing,
  expectedOfSentimentAnalyzer,
].reduce(into: [:]) { all, system in all.merge(system) { first, _ in first } }

/// What only an applied stack shows: the expectations of the end-to-end test, by the requirement's id.
let heldByTerraform: [String: String] = [
  "UC4": "Tests/EndToEndTests/harness/expectations/media_downloader/__init__.py"
]

/// Rules that rows cite and that no change to these stacks makes object, with the reason.
let unbroken: [RuleID: String] = [
  .httpAPIUntraced: "it always objects to the HTTP API of the interview companion, which is what the row says",
  .httpAPIHasTracedFunction: "the media downloader's document asks it of an HTTP API, and the system has a REST API",
  .samplingNotForLambda: "it always objects where a rule is for functions, which is what the rows say",
  .xraySegmentQuota: "the expected load is not part of what is declared in blocks",
  .lambdaVersionPublished: "no function of the media downloader has a version that is used",
  .validVariableDefault: "a variable in Swift has its default and its validation from one value",
  .unusedVariable: "a variable in Swift is used by expressions, and no change to one block removes all of them",
  .stackImportExported: "no stack imports from another",
]
