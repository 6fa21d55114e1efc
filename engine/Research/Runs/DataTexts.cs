namespace Workbench.Research;

/// <summary>What a check said of data, in the words of every report that was made of them.</summary>
public static class DataTexts
{
    /// <summary>A sentence for each that is refused or has a warning; none where all is well or unchecked.</summary>
    public static IEnumerable<string> Warnings(IEnumerable<DataIdentity> data) =>
        data.Where(each => each.Quality >= DataQuality.Warn).Select(Warning).Distinct(StringComparer.Ordinal);

    // Where refused data are not accepted, nothing is run and nothing is reported.
    static string Warning(DataIdentity data) =>
        $"{(data.Quality == DataQuality.Refused ? "REFUSED data, accepted" : "data")}: {data.Instrument} {data.Kind}, {data.QualityNote}";
}
