using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A stream of news, calendar or sentiment that a session on live prices is told.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Instrument">The instrument, or currency, as the house knows it.</param>
/// <param name="Asked">The sources that are asked for it; null where none is, and it is told as somebody stores it.</param>
sealed record ToldStream(SessionStream Stream, Instrument Instrument, Router? Asked)
{
    /// <summary>Its kind.</summary>
    public DataKind Kind => Stream.Kind;

    /// <summary><c>news of AAPL</c>.</summary>
    public string Words => $"{Kind.Word()} of {Instrument.Symbol}";
}
