import AWSModel
public import TerraformModel

/// Requests that come into a stack one way, and how many of them X-Ray records.
public struct Flow: Sendable {
  public let entryPoint: Address
  public let region: Region
  public let rate: RequestRate
  public let profile: Load.RequestProfile
  public let decision: Decision
  /// Whether the stack declares the load with `expect`, or its own schedules cause it.
  public let origin: Origin

  public enum Origin: Sendable {
    case expected
    case scheduled
  }

  /// Who decides what is recorded.
  public enum Decision: Hashable, Sendable {
    /// A sampling rule of the stack, by its name.
    case rule(String, Sampling)
    /// X-Ray's own rule, for which nothing has to be declared.
    case standardRule
    /// The function, by itself: it asks for no rule (T2).
    case function
    /// The canary, which makes so many traces each run.
    case canary(traces: Int)
    /// Nothing at the entry point or behind it is traced.
    case untraced

    public var sampling: Sampling {
      switch self {
      case .rule(_, let sampling): sampling
      case .standardRule, .function: .standard
      case .canary: Sampling(reservoir: 0, rate: .everything)
      case .untraced: .nothing
      }
    }
  }

  /// Traces a month: one for each recorded request, however many functions it passes through (T35).
  public var traces: Int {
    switch decision {
    case .canary(let traces): product(rate.perMonth, max(0, traces))
    default: decision.sampling.recorded(of: rate)
    }
  }

  /// The share of requests that is recorded.
  public var effectiveRate: Double { decision.sampling.effectiveRate(of: rate) }

  /// The share of the busiest second's requests that is recorded; `nil` where no peak was given.
  public var effectiveRateAtPeak: Double? {
    guard rate.peak > rate.perSecond else { return nil }
    return tracesAtPeak / rate.peak
  }

  /// What X-Ray is sent in the busiest second.
  public var peakSegments: Double {
    switch decision {
    case .canary(let traces): Double(max(0, traces))
    default: tracesAtPeak * Double(max(0, profile.segments))
    }
  }

  private var tracesAtPeak: Double {
    var sampling = decision.sampling
    if case .random(let pattern) = rate.arrivals { sampling.reservoir = product(sampling.reservoir, pattern.hosts) }
    return sampling.recorded(ofPerSecond: rate.peak)
  }
}

extension DeclaredStack {
  /// Everything that is known to come: what was expected, in the order in which it was said, then what schedules call.
  public var flows: [Flow] {
    let decisions = SamplingDecisions(self)
    let expected = load.traffic.compactMap { traffic in
      declaration(at: traffic.entryPoint).map { entryPoint in
        Flow(
          entryPoint: traffic.entryPoint, region: entryPoint.region, rate: traffic.rate, profile: traffic.profile,
          decision: decisions.decision(at: entryPoint), origin: .expected)
      }
    }
    let scheduled = calls.map { entryPoint, interval in
      Flow(
        entryPoint: entryPoint.address, region: entryPoint.region, rate: .every(interval),
        profile: profile(of: entryPoint), decision: decisions.decision(at: entryPoint), origin: .scheduled)
    }
    return expected + scheduled
  }

  /// What is called again and again with the same time between. A `cron` is not: it calls now and then.
  private var calls: [(Declaration, Schedule.Interval)] {
    let schedules = subjects(Schedule.self).compactMap { schedule -> (Declaration, Schedule.Interval)? in
      guard case .every(let interval)? = try? schedule[\.timing], (try? schedule[\.state]) == .enabled,
        let target = (try? schedule[\.target])?.entryPoint.flatMap({ self.target(of: $0) })
      else { return nil }
      return (target, interval)
    }
    let rules = subjects(EventTarget.self).compactMap { target -> (Declaration, Schedule.Interval)? in
      guard let name = try? target[\.rule], let rule = self.target(of: name, as: EventRule.self),
        case .every(let interval)? = try? rule[\.trigger], (try? rule[\.state]) != .disabled,
        let arn = try? target[\.destination].arn, let called = self.target(of: arn),
        [Stage.type, HTTPStage.type, LambdaFunction.type, StateMachine.type].contains(called.address.type)
      else { return nil }
      return (called, interval)
    }
    return schedules + rules
  }

  /// The profile of a scheduled call: one function of unknown duration. The canary declares its own.
  private func profile(of entryPoint: Declaration) -> Load.RequestProfile {
    guard let function = Subject<LambdaFunction>(entryPoint, in: self) else {
      return Load.RequestProfile(invocations: 0)
    }
    guard let canary = CanaryRun(function), let memory = try? function[\.memory].known else {
      return Load.RequestProfile(segments: 2)
    }
    return Load.RequestProfile(
      segments: canary.traces, megabyteSeconds: product(memory.megabytes, canary.seconds))
  }
}

extension Schedule.Target {
  /// What may be traced of what a schedule calls.
  fileprivate var entryPoint: Text? {
    switch self {
    case .function(let function): function.text
    case .stateMachine(let machine): machine.text
    case .queue, .topic, .other: nil
    }
  }
}
