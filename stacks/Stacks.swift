public import InfraModel

/// The systems of this repository.
public let stacks: [any Stack.Type] = [OrderTracing.self, SentimentAnalyzer.self]
