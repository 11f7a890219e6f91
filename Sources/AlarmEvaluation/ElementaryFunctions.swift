#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `base` to the power of `exponent`.
func raise(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }

/// e to the power of `number`.
func exponential(_ number: Double) -> Double { exp(number) }

/// The natural logarithm; not a number below zero.
func logarithm(_ number: Double) -> Double { log(number) }

/// The logarithm to base 10; not a number below zero.
func decimalLogarithm(_ number: Double) -> Double { log10(number) }
