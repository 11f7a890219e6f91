import AWSModel
import StackAnalysis

extension Threshold {
  func isBeyond(_ bound: MetricBounds.Bound) -> Bool {
    switch (self, bound.reason) {
    case (.above(let limit), _), (.atLeast(let limit), .ends): limit >= bound.limit
    case (.atLeast(let limit), .holds), (.atLeast(let limit), .isCalled): limit > bound.limit
    case (.below, _), (.atMost, _): false
    }
  }
}

enum Reach {
  case sometimes, never, always
}

extension Threshold {
  func reach(in range: ClosedRange<Double>) -> Reach {
    let (low, high) = (range.lowerBound, range.upperBound)
    switch self {
    case .above(let limit): return limit >= high ? .never : limit < low ? .always : .sometimes
    case .atLeast(let limit): return limit > high ? .never : limit <= low ? .always : .sometimes
    case .below(let limit): return limit <= low ? .never : limit > high ? .always : .sometimes
    case .atMost(let limit): return limit < low ? .never : limit >= high ? .always : .sometimes
    }
  }
}
