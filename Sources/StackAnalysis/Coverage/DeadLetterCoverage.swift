import AWSModel
import TerraformModel

/// What is kept of what could not be delivered or worked on.
struct DeadLetterCoverage {
  private let stack: DeclaredStack
  private let deadLetterQueues: Evidence<Address, Void>
  private let calledByEvents: Evidence<Address, Void>
  /// Functions with a destination for failed events, and functions whose handling of failed events is configured.
  private var handedOn: Set<Address> = []
  private var configured: Set<Address> = []
  private var redriven: Set<Address> = []
  private let callers: [TraceGraph.Node.ID: [TraceGraph.Node.ID]]
  private let subscriptions: SubscriptionIndex

  init(_ stack: DeclaredStack) {
    self.stack = stack
    let functions = FunctionIndex(stack)
    deadLetterQueues = stack.deadLetterQueues
    calledByEvents = stack.functionsCalledByEvents
    callers = Dictionary(grouping: stack.traceGraph.hops, by: \.to).mapValues { $0.map(\.from) }
    subscriptions = SubscriptionIndex(stack)
    for declaration in stack.declarations where declaration.address.mode == .managed {
      switch declaration.address.type {
      case EventInvokeConfig.type:
        guard case .text(let name)? = declaration.block["function_name"],
          let function = functions.function(named: name, in: declaration.region)
        else { continue }
        configured.insert(function.address)
        let destination = declaration.block["destination_config"]?.nestedBlocks?.first
        guard let onFailure = destination?["on_failure"] else { continue }
        if case .text(let arn)? = onFailure.nestedBlocks?.first?["destination"],
          (try? subscriptions.silentTopic(arn, in: "destination")) != nil
        {
          continue
        }
        handedOn.insert(function.address)
      case "aws_sqs_queue_redrive_policy":
        guard case .text(let url)? = declaration.block["queue_url"], let queue = stack.target(of: url) else { continue }
        redriven.insert(queue.address)
      default: continue
      }
    }
  }

  func answer(for resource: Declaration) -> Coverage.Answer {
    switch resource.address.type {
    case Topic.type: answer(forTopic: resource)
    case Queue.type: answer(forQueue: resource)
    default: answer(forFunction: resource)
    }
  }

  /// Lambda keeps failed events only of asynchronous invocations.
  private func answer(forFunction declaration: Declaration) -> Coverage.Answer {
    guard let function = Subject<LambdaFunction>(declaration, in: stack) else { return .unknown }
    do throws(DecodingFailure) {
      if handedOn.contains(declaration.address) { return .yes }
      if let letters = try function[\.deadLetters] {
        let isLost = try subscriptions.silentTopic(letters.text, in: "dead_letter_config.target_arn") != nil
        return isLost ? .no : .yes
      }
    } catch { return .unknown }
    let isCalledByEvents = try? calledByEvents.contains(declaration.address)
    if isCalledByEvents == true || configured.contains(declaration.address) { return .no }
    let callers = callers[.declared(declaration.address), default: []].map { kind(of: $0) }
    // Who calls it from outside the stack, and whether a function waits for another, is not said.
    guard !callers.isEmpty, !callers.contains(where: \.isUnclear) else { return .unknown }
    return isCalledByEvents == nil ? .unknown : .notApplicable
  }

  private func kind(of node: TraceGraph.Node.ID) -> Caller {
    switch node {
    case .outside(let kind, _):
      switch kind {
      case .events, .service, .function, .canary: .unclear
      default: .waiting
      }
    case .declared(let address): address.type == LambdaFunction.type ? .unclear : .waiting
    }
  }

  private enum Caller {
    /// It waits for the answer, or keeps by itself what failed, as queues and streams do.
    case waiting
    case unclear

    var isUnclear: Bool { self == .unclear }
  }

  /// SNS has a dead-letter queue for each subscription, and none for people who subscribe.
  private func answer(forTopic topic: Declaration) -> Coverage.Answer {
    let arn = Text(Reference(address: topic.address, attribute: "arn", stack: stack.identity))
    let known = try? subscriptions.all(of: arn)
    let answers = (known ?? subscriptions[arn]).map { subscription -> Coverage.Answer in
      switch subscription.way {
      case nil: .unknown
      case "lambda", "sqs", "firehose": subscription.declaration.block["redrive_policy"] == nil ? .no : .yes
      default: .notApplicable
      }
    }
    return known == nil && !answers.contains(.no) ? .unknown : answers.together
  }

  /// Dead letters have nowhere further to go.
  private func answer(forQueue queue: Declaration) -> Coverage.Answer {
    if queue.block["redrive_policy"] != nil || redriven.contains(queue.address) { return .yes }
    return (try? deadLetterQueues.contains(queue.address)).map { $0 ? .notApplicable : .no } ?? .unknown
  }
}
