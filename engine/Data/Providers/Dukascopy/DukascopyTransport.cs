namespace Workbench.Data.Providers.Dukascopy;

/// <summary>The two ways in which Dukascopy serves the same history. Each is a source of its own to the router, so that one steps in for the other.</summary>
public enum DukascopyTransport
{
    /// <summary>The tree of .bi5 files, source <c>dukascopy</c>.</summary>
    Bi5 = 1,

    /// <summary>The newer API of differences in JSON, source <c>dukascopy-json</c>.</summary>
    Json,
}
