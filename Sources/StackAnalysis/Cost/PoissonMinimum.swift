/// What a limit leaves of a random number of equal parts, on average: the mean of the smaller of `size` times J and `limit`,
/// where J is Poisson-distributed.
///
/// J is how many bursts of requests arrive in a second when they arrive at random. The sum runs from the most likely J
/// outwards, so that it takes as many steps as J varies, and not as many as it is large.
func expectedMinimum(meanCount mean: Double, size: Int, limit: Int) -> Double {
  let (part, most) = (Double(max(0, size)), Double(max(0, limit)))
  guard mean > 0 else { return 0 }
  // So many hardly vary.
  guard mean < 1e12 else { return min(mean * part, most) }
  let likeliest = mean.rounded(.down)
  let negligible = 1e-18
  var (weights, sum) = (0.0, 0.0)
  var (count, weight) = (likeliest, 1.0)
  while weight > negligible {
    weights += weight
    sum += weight * min(count * part, most)
    count += 1
    weight *= mean / count
  }
  (count, weight) = (likeliest, 1.0)
  while count > 0 {
    weight *= count / mean
    count -= 1
    guard weight > negligible else { break }
    weights += weight
    sum += weight * min(count * part, most)
  }
  return sum / weights
}
