namespace Workbench.Platform.Tests.Postgres;

/// <summary>A tick.</summary>
readonly record struct Row(long Time, long Bid, long Ask, long BidSize, long AskSize);
