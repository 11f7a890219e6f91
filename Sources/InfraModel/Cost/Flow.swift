/// Requests that come into a stack one way, and how many of them X-Ray records.
public struct Flow: Sendable {
  public let entrance: Address
  public let region: Region
  public let rate: RequestRate
  public let footprint: Load.Footprint
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
    default: tracesAtPeak * Double(max(0, footprint.segments))
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
    let expected = load.arrivals.compactMap { arrival in
      declaration(at: arrival.entrance).map { entrance in
        Flow(
          entrance: arrival.entrance, region: entrance.region, rate: arrival.rate, footprint: arrival.footprint,
          decision: decisions.decision(at: entrance), origin: .expected)
      }
    }
    let scheduled = calls.map { entrance, interval in
      Flow(
        entrance: entrance.address, region: entrance.region, rate: .every(interval),
        footprint: footprint(of: entrance), decision: decisions.decision(at: entrance), origin: .scheduled)
    }
    return expected + scheduled
  }

  /// What is called again and again with the same time between. A `cron` is not: it calls now and then.
  private var calls: [(Declaration, Schedule.Interval)] {
    let schedules = subjects(Schedule.self).compactMap { schedule -> (Declaration, Schedule.Interval)? in
      guard case .every(let interval)? = try? schedule[\.timing], (try? schedule[\.state]) == .enabled,
        let target = (try? schedule[\.target])?.entrance.flatMap({ self.target(of: $0) })
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

  /// The footprint of a scheduled call: one function of unknown duration. The canary declares its own.
  private func footprint(of entrance: Declaration) -> Load.Footprint {
    guard let function = Subject<LambdaFunction>(entrance, in: self) else { return Load.Footprint(invocations: 0) }
    guard let canary = CanaryRun(function), let memory = try? function[\.memory].known else {
      return Load.Footprint(segments: 2)
    }
    return Load.Footprint(
      segments: canary.traces, megabyteSeconds: product(memory.megabytes, canary.seconds))
  }
}

extension Schedule.Target {
  /// What may be traced of what a schedule calls.
  fileprivate var entrance: Text? {
    switch self {
    case .function(let function): function.text
    case .stateMachine(let machine): machine.text
    case .queue, .topic, .other: nil
    }
  }
}
