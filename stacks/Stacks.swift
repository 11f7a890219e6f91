public import InfraModel

/// The systems of this repository.
public let stacks: [any Stack.Type] = [
  InterviewCompanion.self, LegoAPI.self, MediaDownloader.self, OrderTracing.self, SentimentAnalyzer.self,
]
