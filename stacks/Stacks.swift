public import InfraModel

/// The systems of this repository.
public let stacks: [any Stack.Type] = [LegoAPI.self, MediaDownloader.self, SentimentAnalyzer.self]
