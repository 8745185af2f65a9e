"""The steps that read an article; `nnnews.reading` runs the same ones for files."""

from nnnews.errors import PageError
from nnnews.items import Article, Problem
from nnnews.pipelines.step import Item


class Step:
    """One step of the recipe; what is no article passes by."""

    def step(self, article: Article) -> Article:
        """What this pipeline does to an article. Raises PageError when it turns out to be none."""
        raise NotImplementedError

    def process_item(self, item: Item) -> Item:
        """The article one step further, or the problem that the step met."""
        if isinstance(item, Problem):
            return item
        try:
            return self.step(item)
        except PageError as error:
            return Problem(item.key, error.url, item.site or "", error.kind, error.reason)


class CheckPipeline(Step):
    """An article has a title and a body."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import check

        return check(article)


class BoilerplatePipeline(Step):
    """Lines of the portal go."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import strip

        return strip(article)


class BylinePipeline(Step):
    """Who wrote it."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import credit

        return credit(article)


class DistrictPipeline(Step):
    """Where it plays."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import place

        return place(article)


class FiguresPipeline(Step):
    """Every number with its unit."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import count

        return count(article)


class CongressPipeline(Step):
    """Whether it is about a people's congress."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import judge

        return judge(article)
