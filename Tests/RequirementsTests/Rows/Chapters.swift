extension Chapter {
  static let all = [
    interviewCompanion, legoAPI, mediaDownloader, orderTracing, sentimentAnalyzer, applications, traps,
  ]

  /// What has no answer yet, in the order of the chapters. Take an id out when its row has one.
  static let openRequirements = listed("S0-19 CS COST edge-throughput T17 T33 T34 T35")
}
