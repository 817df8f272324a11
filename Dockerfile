# One image for web, worker, beat and the one-time preparation; the command decides.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /portal
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --require-virtualenv -r requirements.txt
COPY . .
ENV PATH=/venv/bin:$PATH DJANGO_SETTINGS_MODULE=partnership.settings.base STATIC_ROOT=/portal/staticfiles
# Values that only let the settings load while the image is made; none of them is kept in it.
RUN SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=postgres://build@build/build \
    sh -c "python -m embedded.catalogues && python manage.py collectstatic --no-input"

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --create-home portal
COPY --from=build /venv /venv
COPY --from=build /portal /portal
WORKDIR /portal
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=partnership.settings.base STATIC_ROOT=/portal/staticfiles DATA_DIR=/data
RUN install -d -o portal -g portal /data /data/media
USER portal
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--no-ws", "partnership.wsgi:application"]
