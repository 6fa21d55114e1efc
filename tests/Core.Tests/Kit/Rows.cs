namespace Workbench.Core.Tests.Kit;

/// <summary>A quote of a test tape, in raw prices.</summary>
readonly record struct TickRow(long Time, long Bid, long Ask, long BidSize = 1, long AskSize = 1);

/// <summary>A print of a test tape.</summary>
readonly record struct TradeRow(long Time, long Price, long Size, Side Aggressor = Side.Buy);

/// <summary>A stored bar of a test tape.</summary>
readonly record struct BarRow(long Open, long Close, long O, long H, long L, long C, long Volume = 0);
