using System.Globalization;

namespace Workbench.Data.Importers.Csv;

/// <summary>Which column of a file holds what: told by the user, read from the header, or guessed where there is none.</summary>
sealed class CsvColumns
{
    /// <summary>Headers that vendors use, letters and digits only, the better names first.</summary>
    static readonly Dictionary<CsvRole, string[]> Headers = new()
    {
        [CsvRole.Time] = ["timestamputc", "timestamp", "datetime", "datetimeutc", "timeutc", "gmttime", "utctime", "opentime", "localtime", "time", "date", "dategmt", "ts", "t", ""],
        [CsvRole.Date] = ["date", "day"],
        [CsvRole.Bid] = ["bid", "bidprice", "bidpx", "b"],
        [CsvRole.Ask] = ["ask", "askprice", "askpx", "offer", "a"],
        [CsvRole.BidSize] = ["bidsize", "bidvolume", "bidvol", "bidqty"],
        [CsvRole.AskSize] = ["asksize", "askvolume", "askvol", "askqty"],
        [CsvRole.Price] = ["price", "last", "lastprice", "p"],
        [CsvRole.Size] = ["size", "amount", "qty", "quantity", "volume", "vol"],
        [CsvRole.Side] = ["side", "takerside", "aggressor"],
        [CsvRole.Open] = ["open", "o"],
        [CsvRole.High] = ["high", "h"],
        [CsvRole.Low] = ["low", "l"],
        [CsvRole.Close] = ["close", "c", "closelast"],
        [CsvRole.Volume] = ["volume", "vol", "tickvol", "tickvolume", "v"],
    };

    readonly Dictionary<CsvRole, int> columns = [];

    CsvColumns() { }

    /// <summary>Column of a role, from 0; -1 where the file has none.</summary>
    public int this[CsvRole role] => columns.GetValueOrDefault(role, -1);

    /// <summary>Sort of events that the columns make.</summary>
    public DataKind Kind => Has(CsvRole.Bid) ? DataKind.Ticks : Has(CsvRole.Open) ? DataKind.Bars : DataKind.Trades;

    /// <summary>Columns by the names of a header; the user's word comes first.</summary>
    public static CsvColumns OfHeader(string file, IReadOnlyList<string> header, string? said)
    {
        var columns = new CsvColumns();
        var names = header.Select(Bare).ToList();
        foreach (var (role, known) in Headers)
        {
            if (known.Select(name => names.IndexOf(name)).FirstOrDefault(at => at >= 0, -1) is >= 0 and var at)
            {
                columns.columns[role] = at;
            }
        }

        columns.Say(file, header, said);
        columns.PairDateAndTime(names);
        return columns.Checked(file, header);
    }

    /// <summary>Columns of a file without header: the user's word, else time, bid and ask, or time, open, high, low, close and volume.</summary>
    public static CsvColumns OfRow(string file, IReadOnlyList<string> row, string? said, int time)
    {
        var columns = new CsvColumns();
        if (said is null)
        {
            columns.columns[CsvRole.Time] = time;
            CsvRole[] roles = row.Count - time >= 5
                ? [CsvRole.Open, CsvRole.High, CsvRole.Low, CsvRole.Close, CsvRole.Volume]
                : [CsvRole.Bid, CsvRole.Ask];
            for (var i = 0; i < roles.Length && time + 1 + i < row.Count; i++)
            {
                columns.columns[roles[i]] = time + 1 + i;
            }
        }

        columns.Say(file, row, said);
        return columns.Checked(file, row);
    }

    bool Has(CsvRole role) => columns.ContainsKey(role);

    void Say(string file, IReadOnlyList<string> header, string? said)
    {
        foreach (var part in said?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var words = part.Split('=', 2);
            if (words.Length != 2 || !Enum.TryParse<CsvRole>(words[0], ignoreCase: true, out var role) || !Enum.IsDefined(role))
            {
                throw ImportErrors.BadColumns(said!, part);
            }

            columns[role] = Find(file, header, words[1]);
        }
    }

    static int Find(string file, IReadOnlyList<string> header, string name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i].Trim(), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= header.Count
            ? number - 1
            : throw ImportErrors.MissingColumn(file, $"'{name}'", header, Closest.To(name, header));
    }

    // A column 'Date' is the time itself unless a column 'Time' completes it.
    void PairDateAndTime(List<string> names)
    {
        if (this[CsvRole.Time] == this[CsvRole.Date] || (Has(CsvRole.Time) && names[this[CsvRole.Time]] != "time"))
        {
            columns.Remove(CsvRole.Date);
        }
    }

    CsvColumns Checked(string file, IReadOnlyList<string> header)
    {
        CsvRole[] needed = Has(CsvRole.Bid) || Has(CsvRole.Ask)
            ? [CsvRole.Time, CsvRole.Bid, CsvRole.Ask]
            : Has(CsvRole.Open) || Has(CsvRole.High) || Has(CsvRole.Close)
                ? [CsvRole.Time, CsvRole.Open, CsvRole.High, CsvRole.Low, CsvRole.Close]
                : [CsvRole.Time, CsvRole.Price];
        foreach (var role in needed.Where(role => !Has(role)))
        {
            var name = role.ToString().ToLowerInvariant();
            throw ImportErrors.MissingColumn(file, role == CsvRole.Price ? "prices (bid and ask, open to close, or price)" : name, header, Closest.To(name, header));
        }

        return this;
    }

    static string Bare(string header) => string.Concat(header.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
