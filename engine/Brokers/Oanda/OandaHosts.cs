namespace Workbench.Brokers.Oanda;

/// <summary>Where OANDA listens: one host for requests and one for streams.</summary>
/// <param name="Rest">Root of the requests.</param>
/// <param name="Streams">Root of the streams.</param>
public sealed record OandaHosts(Uri Rest, Uri Streams)
{
    /// <summary>Play money. The default everywhere.</summary>
    public static OandaHosts Practice { get; } = new(new Uri("https://api-fxpractice.oanda.com"), new Uri("https://stream-fxpractice.oanda.com"));

    /// <summary>Real money.</summary>
    public static OandaHosts Live { get; } = new(new Uri("https://api-fxtrade.oanda.com"), new Uri("https://stream-fxtrade.oanda.com"));

    /// <summary>Elsewhere, such as a simulator on this machine.</summary>
    public static OandaHosts At(Uri rest, Uri streams) => new(rest, streams);

    /// <summary>The hosts of an environment as keys name it. Only the word <c>live</c> leads to real money.</summary>
    /// <exception cref="Model.WorkbenchException">OANDA has no such environment.</exception>
    public static OandaHosts Of(string environment) => environment switch
    {
        "practice" => Practice,
        "live" => Live,
        _ => throw OandaErrors.UnknownEnvironment(environment),
    };
}
