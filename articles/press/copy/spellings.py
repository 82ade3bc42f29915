"""Words that are written wrongly again and again, and how they are written; closed lists, never guessed at."""

import re

from articles.press.copy.letters import LETTERS, MARKS, M
from articles.press.html.tree import names


def _pairs(text: str) -> dict[str, tuple[str, ...]]:
    return {first: tuple(others) for first, *others in (line.split() for line in text.splitlines() if line.strip())}


# Without its hamza → with it; of two ways the likelier first.
HAMZA = _pairs("""
    الى إلى
    اذا إذا
    اذ إذ
    ان أن إن
    انه أنه إنه
    انها أنها إنها
    انهم أنهم إنهم
    انما إنما
    او أو
    ام أم
    اي أي
    اية أية
    ايضا أيضًا
    ايضًا أيضًا
    اما أما إما
    امام أمام
    اثناء أثناء
    اثر أثر إثر
    اجل أجل
    احد أحد
    احدى إحدى
    اخر آخر
    اخرى أخرى
    اول أول
    اولى أولى
    الاولى الأولى
    الاول الأول
    اكثر أكثر
    الاكثر الأكثر
    اكبر أكبر
    الاكبر الأكبر
    اقل أقل
    اهم أهم
    اهمية أهمية
    ابرز أبرز
    افضل أفضل
    اعلى أعلى
    ادنى أدنى
    اصبح أصبح
    اصبحت أصبحت
    اعلن أعلن
    اعلنت أعلنت
    اكد أكد
    اكدت أكدت
    اضاف أضاف
    اشار أشار
    اطار إطار
    الامن الأمن
    الامم الأمم
    الاطراف الأطراف
    الازمة الأزمة
    الارهاب الإرهاب
    الارهابية الإرهابية
    الارض الأرض
    الانسان الإنسان
    الاسلام الإسلام
    الاسلامية الإسلامية
    الاسرائيلي الإسرائيلي
    الاسرائيلية الإسرائيلية
    اسرائيل إسرائيل
    ايران إيران
    امريكا أمريكا
    الامريكي الأمريكي
    الامريكية الأمريكية
    اوروبا أوروبا
    الاوروبي الأوروبي
    الاقليمي الإقليمي
    الاقليمية الإقليمية
    الاردن الأردن
    اولا أولًا
    اولًا أولًا
    ايام أيام
    الايام الأيام
    الاعلام الإعلام
    الاسرة الأسرة
    الاسر الأسر
    الامر الأمر
    الامور الأمور
    الاموال الأموال
    الاعمال الأعمال
    الادارة الإدارة
    الاجراءات الإجراءات
""")
# Words of their own, and no و or ف before one of those.
NO_CONJUNCTION = names("واحد واو واي وام فان فاي")
# «سي ان ان» is letters, spelt.
SPELT_LETTERS = names("""
    سي بي تي دي جي في كي اف ام اس ار ال ان او اي اتش يو إف إم إس إن إي آر أو أي كيو
""")

# A yeh with its dots left out.
YEH = _pairs("""
    فى في
    التى التي
    الذى الذي
    اللتى التي
    هى هي
    اى أي
""")

# Nouns of these shapes begin with a bare alef: forms X, VIII and VII, and some of VIII whose ت is doubled.
_C, _Y = "[^اويةىء]", "[^اوةىء]"
WASL_NOUN = re.compile(
    rf"(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)[إأ]"
    rf"(?:ست(?:{_C}|{_C}{_C}|ي{_C})ا[^اي]|{_C}ت{_Y}ا[^اي]|ن(?!ت){_C}{_Y}ا[^اي]|ت[فصحهخجكسز]ا[لقدمذه])\w*"
)
# Of those shapes, and foreign.
NOT_WASL = re.compile(r"\w*?[إأ](?:سترال|ستراتيج|نستا)\w*")
WASL_WORDS = names("""
    إستخدم إستمر إستمرت إجتمع إجتمعت إنتخب إعتمد إعتمدت إعتبر إعتبرت إستطاع إنتهى إنتهت إنضم إنضمت إحتل إرتفع
    إرتفعت إنخفض إنخفضت إقترح إتفق إتفقت إتهم إتهمت إتخذ إتخذت إستقبل إستمع إفتتح إنسحب إنسحبت
    إسم الإسم بإسم إبن إبنة إثنان إثنين الإثنين إمرأة
""")

# As the house writes it. A pattern is of letters alone; marks may stand between them.
VARIANTS = (
    ("ديموقراط", "ديمقراط"),
    ("استراتيجي", "إستراتيجي"),
    ("أفريقي", "إفريقي"),
    ("افريقي", "إفريقي"),
    ("مسئول", "مسؤول"),
    ("شئون", "شؤون"),
    ("شئوون", "شؤون"),
)
# «سورية» is a country only where a place is meant; «القوات السورية» is not.
COUNTRY = rf"(?<![{LETTERS}{MARKS}])(?:في|إلى|من|عن|داخل|شمال|جنوب|شرق|غرب|خارج)[ \u00a0]"


def spelt(word: str) -> str:
    """A pattern for the letters of a word with whatever marks stand on them."""
    return M.join(word)
