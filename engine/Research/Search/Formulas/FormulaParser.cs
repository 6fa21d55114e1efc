using System.Globalization;

namespace Workbench.Research.Search;

/// <summary>
/// Reads formulas and conditions by recursive descent. From loose to tight: or, and, not, a comparison (which may be chained:
/// <c>5 &lt; fast &lt; slow</c>), sum, product, sign, power to the right, and what stands by itself.
/// </summary>
sealed class FormulaParser(string text, IReadOnlyList<string> names)
{
    const int MostLetters = 1_000;
    const int Deepest = 60;
    static readonly string[] Signs = ["<", "<=", ">", ">=", "==", "=", "!="];
    static readonly string[] Words = ["and", "or", "not", "&&", "||", "!"];
    readonly FormulaToken[] tokens = text.Length <= MostLetters ? FormulaToken.Split(text) : throw SearchErrors.BadFormula(text[..40] + "…", MostLetters, "it is too long", "fast<slow");
    int at;
    int depth;

    FormulaToken Next => tokens[at];

    public Formula Formula() => Number(Whole());

    public Condition Condition() => Truth(Whole());

    (object Node, int Column) Whole()
    {
        var (node, column) = (Or(), 1);
        return Next.Text.Length == 0 ? (node, column) : throw Refused($"{Next.Said} is not expected here");
    }

    object Or()
    {
        var column = Next.Column;
        var left = And();
        while (Take("or", "||"))
        {
            var right = Next.Column;
            left = new Junction(false, Truth((left, column)), Truth((And(), right)));
        }

        return left;
    }

    object And()
    {
        var column = Next.Column;
        var left = Not();
        while (Take("and", "&&"))
        {
            var right = Next.Column;
            left = new Junction(true, Truth((left, column)), Truth((Not(), right)));
        }

        return left;
    }

    object Not()
    {
        if (!Take("not", "!"))
        {
            return Compared();
        }

        var column = Next.Column;
        return Deeper(() => new Negation(Truth((Not(), column))));
    }

    object Compared()
    {
        var column = Next.Column;
        var left = Sum();
        object? chain = null;
        while (Signs.Contains(Next.Text, StringComparer.Ordinal))
        {
            var sign = tokens[at++].Text;
            var next = Next.Column;
            var right = Number((Sum(), next));
            var link = new Comparison(sign, Number((left, column)), right);
            chain = chain is Condition before ? new Junction(true, before, link) : link;
            (left, column) = (right, next);
        }

        return chain ?? left;
    }

    object Sum() => Row(Product, "+", "-");

    object Product() => Row(Signed, "*", "/");

    object Row(Func<object> part, string first, string second)
    {
        var column = Next.Column;
        var left = part();
        while (Next.Text == first || Next.Text == second)
        {
            var sign = tokens[at++].Text[0];
            var next = Next.Column;
            left = new SignFormula(sign, Number((left, column)), Number((part(), next)));
        }

        return left;
    }

    object Signed()
    {
        if (!Take("-", "-"))
        {
            return Power();
        }

        var column = Next.Column;
        return Deeper(() => new SignFormula('*', new NumberFormula(-1d), Number((Signed(), column))));
    }

    object Power()
    {
        var column = Next.Column;
        var left = Alone();
        if (!Take("^", "^"))
        {
            return left;
        }

        var next = Next.Column;
        return Deeper(() => new SignFormula('^', Number((left, column)), Number((Signed(), next))));
    }

    object Alone()
    {
        if (Next.IsNumber)
        {
            return Written();
        }

        if (Take("(", "("))
        {
            var inner = Deeper(Or);
            return Take(")", ")") ? inner : throw Refused($"a ) is missing before {Next.Said}");
        }

        return Next.IsName && !Words.Contains(Next.Text, StringComparer.OrdinalIgnoreCase) ? Named() : throw Refused($"a number or a name is missing before {Next.Said}");
    }

    NumberFormula Written()
    {
        var number = double.Parse(Next.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            throw Refused($"{Next.Text} is too large");
        }

        at++;
        return new NumberFormula(number);
    }

    Formula Named()
    {
        var token = tokens[at++];
        if (Next.Text == "(")
        {
            return Call(token);
        }

        var name = names.FirstOrDefault(name => name.Equals(token.Text, StringComparison.OrdinalIgnoreCase));
        return new NameFormula(name ?? throw SearchErrors.UnknownName(text, token.Column, token.Text, names));
    }

    CallFormula Call(FormulaToken token)
    {
        var function = CallFormula.Names.FirstOrDefault(name => name.Equals(token.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw SearchErrors.UnknownName(text, token.Column, token.Text, CallFormula.Names);
        var arguments = new List<Formula>();
        do
        {
            at++;
            var column = Next.Column;
            arguments.Add(Number((Deeper(Or), column)));
        }
        while (Next.Text == ",");

        if (CallFormula.TakesMany(function) ? arguments.Count < 2 : arguments.Count != 1)
        {
            throw SearchErrors.BadFormula(text, token.Column, $"{function} takes {(CallFormula.TakesMany(function) ? "two numbers or more" : "one number")}", "sqrt(trades)");
        }

        return Take(")", ")") ? new CallFormula(function, arguments) : throw Refused($"a ) is missing before {Next.Said}");
    }

    bool Take(string word, string other)
    {
        var isIt = Next.Text.Equals(word, StringComparison.OrdinalIgnoreCase) || Next.Text == other;
        at += isIt ? 1 : 0;
        return isIt;
    }

    // A text of a thousand brackets must be an error and not the end of the process.
    T Deeper<T>(Func<T> inner)
    {
        if (++depth > Deepest)
        {
            throw Refused("it is nested too deeply");
        }

        var result = inner();
        depth--;
        return result;
    }

    Formula Number((object Node, int Column) part) => part.Node as Formula
        ?? throw SearchErrors.BadFormula(text, part.Column, "a number is wanted here, and this is a comparison", "sharpe*sqrt(trades)");

    Condition Truth((object Node, int Column) part) => part.Node as Condition
        ?? throw SearchErrors.BadFormula(text, part.Column, "a comparison is wanted here, and this is a number", "fast<slow");

    WorkbenchException Refused(string why) => SearchErrors.BadFormula(text, Next.Column, why, "fast*3<=slow, or sharpe*sqrt(trades)");
}
