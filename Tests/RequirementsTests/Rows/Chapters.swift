extension Chapter {
  static let all = [
    interviewCompanion, legoAPI, mediaDownloader, orderTracing, sentimentAnalyzer, applications, traps,
  ]
}
