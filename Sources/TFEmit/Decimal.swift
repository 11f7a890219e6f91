import InfraModel

/// A number in plain notation: `0.000005`, not `5e-06`, and `60`, not `60.0`.
public func decimal(_ number: Double) -> String {
  // Most are whole, and these are all exact.
  if number.rounded() == number, abs(number) < 1e15 { return String(Int(nearest: number)) }
  let shortest = String(describing: abs(number))
  let sign = number < 0 ? "-" : ""
  let (mantissa, exponent) = split(shortest)
  let digits = mantissa.filter { $0 != "." }
  let pointAt =
    (mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) } ?? digits.count)
    + exponent
  if pointAt <= 0 { return trimmed("\(sign)0.\(String(repeating: "0", count: -pointAt))\(digits)") }
  if pointAt >= digits.count { return "\(sign)\(digits)\(String(repeating: "0", count: pointAt - digits.count))" }
  return trimmed("\(sign)\(digits.prefix(pointAt)).\(digits.dropFirst(pointAt))")
}

/// `1.5e-06` is `1.5` times ten to the `-6`.
private func split(_ number: String) -> (mantissa: Substring, exponent: Int) {
  let parts = number.split(separator: "e")
  return (parts[0], parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
}

/// Without zeros, and then a point, at the end.
private func trimmed(_ number: String) -> String {
  var number = number
  while number.last == "0" { number.removeLast() }
  if number.last == "." { number.removeLast() }
  return number
}
